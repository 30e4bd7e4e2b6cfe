import { copyFileSync, existsSync, renameSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { migrationsFolder } from "#server/kernel/assets";
import { openDatabase } from "#server/kernel/db/client";
import { migrateDatabase } from "#server/kernel/db/migrate";
import { temporaryFolder } from "./temporary";

let template: Promise<string> | undefined;

/**
 * Copies an empty database with the current schema to the path. A copy takes a hundredth of the time of the migrations.
 */
export async function copyMigratedDatabase(path: string): Promise<void> {
  template ??= findOrMakeTemplate();
  copyFileSync(await template, path);
}

async function findOrMakeTemplate(): Promise<string> {
  const path = join(tmpdir(), `tenantry-${userInfo().uid}-${schemaKey()}.db`);
  if (existsSync(path)) return path;
  const folder = temporaryFolder();
  const draft = join(folder.path, "template.db");
  await migrateNewDatabase(draft);
  // Several test processes can create the template at the same moment. Renaming replaces it by a complete file.
  renameSync(draft, path);
  folder.remove();
  return path;
}

/**
 * Creates a database file with all migrations. Only a database made by the migrations has its own key for hashed
 * addresses.
 */
export async function migrateNewDatabase(path: string): Promise<void> {
  const db = await openDatabase({ url: `file:${path}` });
  await migrateDatabase(db, migrationsFolder);
  await db.client.execute("pragma wal_checkpoint(truncate)");
  db.close();
}

/** Changes with the migrations. */
export function schemaKey(): string {
  const hasher = new Bun.CryptoHasher("sha256");
  for (const { hash } of readMigrationFiles({ migrationsFolder }))
    hasher.update(hash);
  return hasher.digest("hex").slice(0, 16);
}
