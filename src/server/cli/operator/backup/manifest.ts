import { existsSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { z } from "zod";
import { migrationsFolder } from "#server/kernel/assets";

/** The file `<backup>.json` beside a backup. It says what the backup contains, and how to recognize a damaged copy. */
export const manifestSchema = z.object({
  /** The version of this file's format. */
  format: z.literal(1),
  /** The version of the program that made the backup. */
  version: z.string(),
  /** When the backup was made, in ISO 8601. */
  createdAt: z.iso.datetime(),
  /** The hashes of the applied migrations, in their order. */
  migrations: z.array(z.string()),
  /** The size of the backup in bytes. */
  bytes: z.int(),
  /** The SHA-256 of the backup in hexadecimal. */
  sha256: z.string(),
  /** The number of rows of each table. */
  rows: z.record(z.string(), z.int()),
});

export type Manifest = z.infer<typeof manifestSchema>;

/** Returns the path of a backup's manifest. */
export function manifestPath(backup: string): string {
  return `${backup}.json`;
}

/**
 * Reads the manifest of a backup, and compares the backup with it.
 * @throws Error that says what is wrong with the backup
 */
export async function readManifest(backup: string): Promise<Manifest> {
  const path = manifestPath(backup);
  for (const file of [backup, path])
    if (!existsSync(file))
      throw new Error(
        `There is no file ${file}. A backup consists of two files: <name> and <name>.json.`,
      );
  const manifest = parse(path, await readFile(path, "utf8"));
  const { size } = await stat(backup);
  const isWhole =
    size === manifest.bytes && (await sha256Of(backup)) === manifest.sha256;
  if (!isWhole)
    throw new Error(
      `${backup} is damaged: it differs from its manifest. Use another copy of this backup, or an older one.`,
    );
  return manifest;
}

/** @throws Error if this version of the program cannot use a database with these migrations */
export function refuseOtherMigrations({ version, migrations }: Manifest): void {
  const shipped = readMigrationFiles({ migrationsFolder });
  const isKnown = migrations.every(
    (hash, index) => shipped[index]?.hash === hash,
  );
  if (!isKnown)
    throw new Error(
      `The backup was made by version ${version}, whose migrations this program does not contain. Restore it with that version.`,
    );
}

/** Returns the SHA-256 of a file in hexadecimal. The file is read in portions. */
export async function sha256Of(path: string): Promise<string> {
  const hasher = new Bun.CryptoHasher("sha256");
  for await (const part of Bun.file(path).stream()) hasher.update(part);
  return hasher.digest("hex");
}

function parse(path: string, text: string): Manifest {
  try {
    return manifestSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new Error(
      `${path} is no manifest of a backup that this version can read.`,
      { cause },
    );
  }
}
