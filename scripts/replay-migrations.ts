import { type Client, createClient } from "@libsql/client";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { StepFailed } from "./run.ts";

export interface Schema {
  /** The names of the tables that are not STRICT. */
  looseTables: string[];
  /** The triggers and views. */
  invariants: { name: string; sql: string }[];
}

/** Runs the migrations on an empty in-memory database of the SQLite version that production uses. */
export async function replayMigrations(folder: string): Promise<Schema> {
  const client = createClient({ url: ":memory:" });
  try {
    const files = readMigrationFiles({ migrationsFolder: folder });
    for (const statement of files.flatMap((file) => file.sql)) {
      await execute(client, statement);
    }
    const select = async (query: string) => (await client.execute(query)).rows;
    const tables = await select(looseTables);
    const invariants = await select(triggersAndViews);
    return {
      looseTables: tables.map((row) => String(row.name)),
      invariants: invariants.map((row) => ({
        name: String(row.name),
        sql: String(row.sql),
      })),
    };
  } finally {
    client.close();
  }
}

async function execute(client: Client, statement: string) {
  try {
    await client.executeMultiple(statement);
  } catch (error) {
    throw new StepFailed(
      `${error}, in this statement of a migration:\n${statement.trim()}`,
    );
  }
}

const looseTables = `select name from pragma_table_list
  where schema = 'main' and type = 'table' and strict = 0 and name not like 'sqlite\\_%' escape '\\'`;
const triggersAndViews =
  "select name, sql from sqlite_schema where type in ('trigger', 'view') order by rowid";
