import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { openDatabase } from "#server/kernel/db/client";
import { copyMigratedDatabase, schemaKey } from "#testing/kit/template";
import { temporaryFolder } from "#testing/kit/temporary";
import { fillDatabase } from "./build";
import type { Size } from "./sizes";

const KEPT_MS = 7 * 24 * 60 * 60 * 1000;

/** The secret with which the databases of the benchmark are signed. */
export const SECRET = "a secret that only the benchmark uses";

/** Returns the path of the database of a size. A server of the benchmark runs on a copy of it. */
export function findOrBuildDatabase(size: Size): Promise<string> {
  return findOrBuild(`${size.name}-${buildKey()}`, (path) => build(size, path));
}

/** Builds a database once and keeps it in the folder of temporary files. */
export async function findOrBuild(
  name: string,
  write: (path: string) => Promise<void>,
): Promise<string> {
  const folder = join(tmpdir(), `tenantry-bench-${userInfo().uid}`);
  const path = join(folder, `${name}.db`);
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  removeOld(folder);
  const draft = temporaryFolder();
  try {
    const built = join(draft.path, "built.db");
    await write(built);
    renameSync(built, path);
  } finally {
    draft.remove();
  }
  return path;
}

/** Removes databases that were built long ago, because a large one takes more than a gigabyte. */
function removeOld(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).mtimeMs < Date.now() - KEPT_MS) rmSync(path);
  }
}

async function build(size: Size, path: string): Promise<void> {
  await copyMigratedDatabase(path);
  const db = await openDatabase({ url: `file:${path}` });
  // A crash loses only the draft.
  await db.client.execute("pragma synchronous = off");
  await fillDatabase(db.client, size, SECRET);
  await db.client.execute("pragma wal_checkpoint(truncate)");
  db.close();
}

/** Changes with the migrations, and with the files that write the rows. */
function buildKey(): string {
  const hasher = new Bun.CryptoHasher("sha256").update(schemaKey());
  for (const file of ["accounts", "audit-logs", "build", "sizes"])
    hasher.update(readFileSync(join(import.meta.dir, `${file}.ts`)));
  return hasher.digest("hex").slice(0, 16);
}
