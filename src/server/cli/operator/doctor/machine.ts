import { accessSync, constants } from "node:fs";
import { chmod, mkdtemp, rm, stat, statfs, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import type { Config } from "#server/kernel/config/config";
import { filePathOf } from "#server/kernel/db/file-path";
import {
  type Check,
  type Finding,
  fault,
  ok,
  skipped,
  warning,
} from "./finding";

const MB = 1e6;
const LEAST_FREE = 100 * MB;

/** Checks of the machine. They load no native addon, because `$TMPDIR` can be the reason why none loads. */
export function machineChecks({ database }: Pick<Config, "database">): Check[] {
  const file = filePathOf(database.url) ?? database.replica?.path;
  return [
    { name: "temporary files", run: checkTemporaryFolder },
    { name: "disk", run: () => checkDisk(file) },
  ];
}

/** The single binary unpacks its database driver into the temporary folder, and loads it from there. */
async function checkTemporaryFolder(): Promise<Finding> {
  if (process.platform === "win32") return skipped("not checked on Windows");
  const folder = await mkdtemp(join(tmpdir(), "tenantry-doctor-"));
  try {
    const script = join(folder, "run");
    await writeFile(script, "#!/bin/sh\nexit 0\n");
    await chmod(script, 0o700);
    const { exitCode } = Bun.spawnSync([script]);
    return exitCode === 0 ? ok(tmpdir()) : notExecutable();
  } catch {
    return notExecutable();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function notExecutable(): Finding {
  return fault(
    `programs cannot run from ${tmpdir()} (noexec). Set TMPDIR to a folder from which they can; the single binary loads its database driver from there.`,
  );
}

async function checkDisk(file: string | undefined): Promise<Finding> {
  if (file === undefined) return skipped("the database is on a server");
  const folder = dirname(resolve(file));
  try {
    accessSync(folder, constants.W_OK);
  } catch {
    return fault(
      `${folder} cannot be written by this user. Create it, or change its owner.`,
    );
  }
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  const size = await sizeOf(file);
  const text = `${megabytes(free)} free in ${folder}, the database has ${megabytes(size)}`;
  if (free < LEAST_FREE)
    return fault(`${text}. Free some space: a full disk refuses all changes.`);
  if (free < 2 * size)
    return warning(`${text}. There is not enough space for a backup.`);
  return ok(text);
}

async function sizeOf(file: string): Promise<number> {
  const sizes = await Promise.all(
    [file, `${file}-wal`].map((path) =>
      stat(path).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / MB)} MB`;
}
