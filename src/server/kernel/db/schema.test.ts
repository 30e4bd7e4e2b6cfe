import { describe, expect, test } from "bun:test";
import { databaseSuite } from "#testing/kit/suite";
import { tableNames, tenantTableNames } from "#testing/kit/snapshot";

const db = databaseSuite();

async function read(
  sql: string,
  ...args: string[]
): Promise<Record<string, unknown>[]> {
  const { rows } = await db.client.execute({ sql, args });
  return rows.map((row) => ({ ...row }));
}

test("every table refuses values of another type", async () => {
  const loose = await read(
    "select name from pragma_table_list where schema = 'main' and type = 'table' and strict = 0 and name not like '\\_\\_%' escape '\\' and name not like 'sqlite\\_%' escape '\\'",
  );
  expect(loose).toEqual([]);
  expect(await tableNames(db)).toContain("memberships");
});

test("the primary key of every table of organizations starts with the organization", async () => {
  // `former_slugs` is the exception: a slug is unique among all organizations, so the slug is the primary key of this
  // table.
  const found: Record<string, unknown> = {};
  for (const table of await tenantTableNames(db)) {
    const [first] = await read(
      "select name from pragma_table_info(?) where pk = 1",
      table,
    );
    if (first?.name !== "org_id") found[table] = first?.name;
  }
  expect(found).toEqual({ former_slugs: "slug" });
});

test("every reference between tables of organizations includes the organization", async () => {
  const tenantTables = await tenantTableNames(db);
  for (const table of tenantTables) {
    const keys = await read(
      'select id, "table" as target, "from" as source from pragma_foreign_key_list(?)',
      table,
    );
    const acrossTenants = keys
      .filter(({ target }) => tenantTables.includes(String(target)))
      .filter(
        ({ id }) =>
          !keys.some((key) => key.id === id && key.source === "org_id"),
      );
    expect({ [table]: acrossTenants }).toEqual({ [table]: [] });
  }
});

// The commit of several batches would check a deferred key, and a later batch could hide the violation of an earlier one.
test("no foreign key is deferred", async () => {
  const deferred = await read(
    "select name from sqlite_master where sql like '%deferrable%' or sql like '%initially deferred%'",
  );
  expect(deferred).toEqual([]);
});

test("every foreign key has an index", async () => {
  for (const table of await tableNames(db)) {
    const keys = await read(
      'select "from" as source from pragma_foreign_key_list(?) where seq = 0',
      table,
    );
    const indexed = await read(
      "select c.name from pragma_index_list(?) i, pragma_index_info(i.name) c where c.seqno = 0",
      table,
    );
    const unindexed = keys
      .map(({ source }) => source)
      .filter((source) => !indexed.some(({ name }) => name === source));
    expect({ [table]: unindexed }).toEqual({ [table]: [] });
  }
});

describe("an opened database", () => {
  for (const [pragma, expected] of [
    ["journal_mode", "wal"],
    ["foreign_keys", 1],
    ["synchronous", 2],
    ["temp_store", 2],
  ] as const)
    test(`keeps ${pragma} at ${expected}`, async () => {
      const [row] = await read(`pragma ${pragma}`);
      expect(Object.values(row ?? {})).toEqual([expected]);
    });

  test("has no damaged pages and no broken references", async () => {
    expect(await read("pragma integrity_check")).toEqual([
      { integrity_check: "ok" },
    ]);
    expect(await read("pragma foreign_key_check")).toEqual([]);
  });
});
