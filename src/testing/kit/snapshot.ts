import type { Database } from "#server/kernel/db/client";

type Snapshot = Record<string, unknown[]>;

/** Every row of every table, so that a test can say that nothing changed. */
export async function snapshot(db: Database): Promise<Snapshot> {
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
    "select name from sqlite_master where type = 'table' and name not like 'sqlite\\_%' escape '\\' and name not like '\\_\\_%' escape '\\' order by name",
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
