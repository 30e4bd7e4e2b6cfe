import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Client } from "@libsql/client";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { migrate } from "drizzle-orm/libsql/migrator";
import { z } from "zod";
import type { Database } from "./client";

/** The migrations that were applied to the database differ from those of the program. The database was not changed. */
export class MigrationMismatch extends Error {}

/**
 * Applies the migrations of the program that the database lacks.
 * @returns how many migrations were applied
 * @throws MigrationMismatch when an applied migration was edited or is not among those of the program
 */
export async function migrateDatabase(
  db: Database,
  migrationsFolder: string,
): Promise<number> {
  const { names, applied } = await readMigrations(db.client, migrationsFolder);
  if (applied < names.length) await apply(db, migrationsFolder);
  return names.length - applied;
}

/**
 * Returns the names of the program's migrations, and how many of them the database has.
 * @throws MigrationMismatch when an applied migration was edited or is not among those of the program
 */
export async function readMigrations(
  client: Client,
  migrationsFolder: string,
): Promise<{ names: string[]; applied: number }> {
  const shipped = readMigrationFiles({ migrationsFolder });
  const applied = await appliedHashes(client);
  const differs = applied.findIndex(
    (hash, index) => shipped[index]?.hash !== hash,
  );
  if (differs >= 0) throw mismatch(differs, shipped.length);
  return { names: namesOf(migrationsFolder), applied: applied.length };
}

function namesOf(migrationsFolder: string): string[] {
  const journal = z
    .object({ entries: z.array(z.object({ tag: z.string() })) })
    .parse(
      JSON.parse(
        readFileSync(join(migrationsFolder, "meta/_journal.json"), "utf8"),
      ),
    );
  return journal.entries.map(({ tag }) => tag);
}

async function apply(db: Database, migrationsFolder: string): Promise<void> {
  try {
    await migrate(db.drizzle, { migrationsFolder });
  } catch (error) {
    // The error does not matter if another instance has applied the same migrations at the same time.
    if (!(await isMigrated(db, migrationsFolder))) throw error;
  }
}

/** Whether the database has exactly as many applied migrations as the program contains. */
export async function isMigrated(
  db: Database,
  migrationsFolder: string,
): Promise<boolean> {
  const shipped = readMigrationFiles({ migrationsFolder });
  return (await appliedHashes(db.client)).length === shipped.length;
}

/** Returns the hashes of the migrations that were applied to the database, in their order. */
export async function appliedHashes(client: Client): Promise<string[]> {
  const { rows: tables } = await client.execute(
    "select 1 from sqlite_master where name = '__drizzle_migrations'",
  );
  if (tables.length === 0) return [];
  const { rows } = await client.execute(
    "select hash from __drizzle_migrations order by created_at",
  );
  return rows.map((row) => String(row[0]));
}

function mismatch(index: number, shipped: number): MigrationMismatch {
  return new MigrationMismatch(
    index >= shipped
      ? "The database was migrated by a newer version of the program. Start that version."
      : `Migration ${index + 1} was changed after it was applied to this database. Restore the file in drizzle/, or use another database.`,
  );
}
