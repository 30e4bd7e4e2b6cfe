import { type Client, createClient } from "@libsql/client";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { StepFailed } from "./run.ts";

export interface Trigger {
  name: string;
  sql: string;
}

export interface Schema {
  looseTables: string[];
  triggers: Trigger[];
}

/** Runs migrations on an empty database in memory, in the engine of production, and tells what they lead to. */
export async function replayMigrations(folder: string): Promise<Schema> {
  const client = createClient({ url: ":memory:" });
  try {
    const files = readMigrationFiles({ migrationsFolder: folder });
    for (const statement of files.flatMap((file) => file.sql)) {
      await execute(client, statement);
    }
    const select = async (query: string) => (await client.execute(query)).rows;
    const tables = await select(looseTables);
    const triggers = await select(allTriggers);
    return {
      looseTables: tables.map((row) => String(row.name)),
      triggers: triggers.map((row) => ({
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
    throw new StepFailed(`${error}, in the migration's\n${statement.trim()}`);
  }
}

const looseTables = `select name from pragma_table_list
  where schema = 'main' and type = 'table' and strict = 0 and name not like 'sqlite\\_%' escape '\\'`;
const allTriggers =
  "select name, sql from sqlite_schema where type = 'trigger' order by rowid";
