import type { Config } from "#server/kernel/config/config";
import { type Database, openDatabase } from "#server/kernel/db/client";

/** The tables of the product: SQLite's own and those of the migrations are left out. */
const PRODUCT_TABLES = `type = 'table' and name not like 'sqlite\\_%' escape '\\' and name not like '\\_\\_%' escape '\\'`;

/** Every table as text, a row a line: equal snapshots mean that nothing was written. */
export async function snapshot(db: Database): Promise<Record<string, string>> {
  // SQLite builds the text: rows as objects took most of the time of the tests that compare large databases.
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

/** Every row of every table. */
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

/** The tables whose rows belong to one organization each, as the database itself has them. */
export async function tenantTableNames({
  client,
}: Database): Promise<string[]> {
  const { rows } = await client.execute(
    "select m.name from sqlite_master m, pragma_table_info(m.name) c where m.type = 'table' and c.name = 'org_id' order by m.name",
  );
  return rows.map((row) => String(row[0]));
}

/** Tells whether the program committed anything. */
export interface WriteProbe {
  /** Whether a write was committed since the last call. */
  hasWritten(): Promise<boolean>;
  stop(): void;
}

/**
 * Watches a server's database over a connection of its own. Cheaper than to compare snapshots, and stricter: it also
 * sees a row that is stored with the values it had.
 */
export async function startWriteProbe({
  config,
}: {
  config: Pick<Config, "database">;
}): Promise<WriteProbe> {
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
