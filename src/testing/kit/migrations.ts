import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { migrationsFolder } from "#server/kernel/assets";
import { openDatabase } from "#server/kernel/db/client";
import { migrateDatabase } from "#server/kernel/db/migrate";
import { temporaryFolder } from "./temporary";

/**
 * Returns the last statement of a migration. Tests run it on rows that a former version could have left.
 * @param name the migration's name without its number, because another migration may take the number first
 */
export async function lastStatementOf(name: string): Promise<string> {
  return (await statementsOf(name)).at(-1) ?? "";
}

/** Returns all statements of a migration in their order. */
export async function statementsOf(name: string): Promise<string[]> {
  const file = readdirSync(migrationsFolder).find((one) =>
    one.endsWith(`_${name}.sql`),
  );
  if (!file) throw new Error(`There is no migration ${name}.`);
  const sql = await Bun.file(join(migrationsFolder, file)).text();
  return sql.split("--> statement-breakpoint");
}

/** Opens a database with the schema before the named migration. `upgrade` runs that migration and all later ones. */
export async function openDatabaseBefore(name: string) {
  const folder = temporaryFolder();
  const url = `file:${join(folder.path, "test.db")}`;
  const db = await openDatabase({ url });
  await migrateDatabase(db, copyMigrationsBefore(name, folder.path));
  return {
    db,
    upgrade: () => migrateDatabase(db, migrationsFolder),
    remove() {
      db.close();
      folder.remove();
    },
  };
}

function copyMigrationsBefore(name: string, folder: string): string {
  const copy = join(folder, "drizzle");
  cpSync(migrationsFolder, copy, { recursive: true });
  const path = join(copy, "meta/_journal.json");
  const journal = JSON.parse(readFileSync(path, "utf8")) as {
    entries: { tag: string }[];
  };
  const end = journal.entries.findIndex(({ tag }) => tag.endsWith(`_${name}`));
  const entries = journal.entries.slice(0, end);
  writeFileSync(path, JSON.stringify({ ...journal, entries }));
  return copy;
}
