import { existsSync } from "node:fs";
import { cp, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { root, runQuietly, StepFailed } from "./run.ts";

const targets = {
  "linux-x64": { libsql: "linux-x64-gnu", os: "linux", cpu: "x64" },
  "linux-arm64": { libsql: "linux-arm64-gnu", os: "linux", cpu: "arm64" },
  "linux-x64-musl": { libsql: "linux-x64-musl", os: "linux", cpu: "x64" },
  "linux-arm64-musl": { libsql: "linux-arm64-musl", os: "linux", cpu: "arm64" },
  "darwin-x64": { libsql: "darwin-x64", os: "darwin", cpu: "x64" },
  "darwin-arm64": { libsql: "darwin-arm64", os: "darwin", cpu: "arm64" },
  "windows-x64": { libsql: "win32-x64-msvc", os: "win32", cpu: "x64" },
} as const;

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

/** Returns the package with libSQL's native addon for this system. */
export function addonPackage() {
  return `@libsql/${targets[targetNamed()].libsql}`;
}

/** Returns the path of libSQL's native addon for a target, and downloads the addon if the target is another system. */
export async function addonFor(target: Target) {
  const { libsql, os, cpu } = targets[target];
  const addon = `node_modules/@libsql/${libsql}/index.node`;
  const own = join(root, addon);
  if (existsSync(own)) return own;
  const folder = join(root, "dist/targets", target);
  await installFor(folder, os, cpu);
  return join(folder, addon);
}

async function installFor(folder: string, os: string, cpu: string) {
  await mkdir(folder, { recursive: true });
  for (const file of ["package.json", "bun.lock", "patches"]) {
    await cp(join(root, file), join(folder, file), { recursive: true });
  }
  const install = [process.execPath, "install", `--cwd=${folder}`];
  const options = ["--frozen-lockfile", "--production", "--no-progress"];
  const system = [`--os=${os}`, `--cpu=${cpu}`];
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
