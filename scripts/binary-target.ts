import { existsSync } from "node:fs";
import { cp, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { root, runQuietly, StepFailed } from "./run.ts";

interface System {
  /** The end of the names of packages that contain a native addon for the system. */
  addon: string;
  os: "linux" | "darwin" | "win32";
  cpu: "x64" | "arm64";
  libc?: "glibc" | "musl";
}

const targets = {
  "linux-x64": linux("x64", "glibc"),
  "linux-arm64": linux("arm64", "glibc"),
  "linux-x64-musl": linux("x64", "musl"),
  "linux-arm64-musl": linux("arm64", "musl"),
  "darwin-x64": { addon: "darwin-x64", os: "darwin", cpu: "x64" },
  "darwin-arm64": { addon: "darwin-arm64", os: "darwin", cpu: "arm64" },
  "windows-x64": { addon: "win32-x64-msvc", os: "win32", cpu: "x64" },
} satisfies Record<string, System>;

function linux(cpu: System["cpu"], libc: "glibc" | "musl"): System {
  const addon = `linux-${cpu}-${libc === "musl" ? "musl" : "gnu"}`;
  return { addon, os: "linux", cpu, libc };
}

export type Target = keyof typeof targets;

export function targetNamed(name = thisSystem()): Target {
  const names = Object.keys(targets) as Target[];
  const target = names.find((known) => known === name);
  if (target) return target;
  throw new StepFailed(
    `There is no target ${name}. The targets are: ${names.join(", ")}.`,
  );
}

export function outfileFor(target: Target) {
  const suffix = target === thisSystem() ? "" : `-${target}`;
  return `dist/tenantry${suffix}${target.startsWith("windows") ? ".exe" : ""}`;
}

/** The names or paths of the native addons that the program loads. */
export interface Addons {
  argon2: string;
  libsql: string;
}

/** Returns the packages with the native addons for this system. */
export function addonPackages(): Addons {
  return packagesFor(targets[targetNamed()]);
}

/**
 * Returns the paths of the native addons for a target, and downloads the addons if they are not installed because the
 * target is another system.
 */
export async function addonsFor(target: Target): Promise<Addons> {
  const system: System = targets[target];
  const own = addonsIn(root, system);
  if (Object.values(own).every((addon) => existsSync(addon))) return own;
  const folder = join(root, "dist/targets", target);
  await installFor(folder, system);
  return addonsIn(folder, system);
}

function addonsIn(folder: string, system: System): Addons {
  const packages = join(folder, "node_modules");
  const { argon2, libsql } = packagesFor(system);
  return {
    argon2: join(packages, argon2, `argon2.${system.addon}.node`),
    libsql: join(packages, libsql, "index.node"),
  };
}

function packagesFor({ addon }: System): Addons {
  return { argon2: `@node-rs/argon2-${addon}`, libsql: `@libsql/${addon}` };
}

async function installFor(folder: string, { os, cpu, libc }: System) {
  await mkdir(folder, { recursive: true });
  for (const file of ["package.json", "bun.lock", "patches"]) {
    await cp(join(root, file), join(folder, file), { recursive: true });
  }
  const install = [process.execPath, "install", `--cwd=${folder}`];
  const options = ["--frozen-lockfile", "--production", "--no-progress"];
  const system = [`--os=${os}`, `--cpu=${cpu}`];
  if (libc) system.push(`--libc=${libc}`);
  if ((await runQuietly([...install, ...options, ...system])) === 0) return;
  throw new StepFailed(
    `The packages for ${os} on ${cpu} could not be installed. Check the network and the messages above.`,
  );
}

function thisSystem() {
  const os = process.platform === "win32" ? "windows" : process.platform;
  const isMusl = os === "linux" && existsSync("/etc/alpine-release");
  return `${os}-${process.arch}${isMusl ? "-musl" : ""}`;
}
