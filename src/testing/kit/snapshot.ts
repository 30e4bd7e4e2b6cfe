import { type Database, openDatabase } from "#server/kernel/db/client";
import type { TestServer } from "./server";

/** Selects the program's own tables, without the tables of SQLite and of the migrations. */
const PRODUCT_TABLES = `type = 'table' and name not like 'sqlite\\_%' escape '\\' and name not like '\\_\\_%' escape '\\'`;

/** Returns every table as text, one row per line. If two snapshots are equal, nothing was changed between them. */
export async function snapshot(db: Database): Promise<Record<string, string>> {
  // SQLite builds the text, because building it from row objects took most of the test time for large databases.
  const { rows } = await db.client.execute(await snapshotSql(db));
  return Object.fromEntries(
    rows.map((row) => [String(row.name), String(row.text ?? "")]),
  );
}

async function snapshotSql({ client }: Database): Promise<string> {
  const { rows } = await client.execute(
    `select m.name, group_concat('quote("' || c.name || '")', ' || ''|'' || ') as line
      from (select name from sqlite_master where ${PRODUCT_TABLES} order by name) m, pragma_table_info(m.name) c group by m.name`,
  );
  return rows
    .map(
      ({ name, line }) =>
        `select '${String(name)}' as name, (select group_concat(${String(line)}, char(10)) from "${String(name)}") as text`,
    )
    .join(" union all ");
}

/** Returns all rows of all tables. */
export async function readAllTables(
  db: Database,
): Promise<Record<string, Record<string, unknown>[]>> {
  const tables = await tableNames(db);
  const contents = await Promise.all(
    tables.map((table) => db.client.execute(`select * from "${table}"`)),
  );
  return Object.fromEntries(
    tables.map((table, index) => [
      table,
      (contents[index]?.rows ?? []).map((row) => ({ ...row })),
    ]),
  );
}

export async function tableNames({ client }: Database): Promise<string[]> {
  const { rows } = await client.execute(
    `select name from sqlite_master where ${PRODUCT_TABLES} order by name`,
  );
  return rows.map((row) => String(row[0]));
}

/** Returns the tables whose rows belong to an organization, read from the database's own schema. */
export async function tenantTableNames({
  client,
}: Database): Promise<string[]> {
  const { rows } = await client.execute(
    "select m.name from sqlite_master m, pragma_table_info(m.name) c where m.type = 'table' and c.name = 'org_id' order by m.name",
  );
  return rows.map((row) => String(row[0]));
}

/** Detects whether the program has committed a write. */
export interface WriteProbe {
  /** Returns whether a write was committed since the last call. */
  hasWritten(): Promise<boolean>;
  stop(): void;
}

/**
 * Watches a server's database over a separate connection. This is faster than snapshots and stricter, because it also
 * detects a write that stores the same values again. The server then does not store the usage of the API and the activity
 * of members by itself, because it would do so some time after a call.
 */
export async function startWriteProbe({
  config,
  services,
}: Pick<TestServer, "config" | "services">): Promise<WriteProbe> {
  await services.deps.meter.stop();
  await services.deps.activity.stop();
  const { client, close } = await openDatabase({ url: config.database.url });
  const version = async () =>
    Number((await client.execute("pragma data_version")).rows[0]?.[0]);
  let last = await version();
  return {
    async hasWritten() {
      const before = last;
      last = await version();
      return last !== before;
    },
    stop: close,
  };
}
