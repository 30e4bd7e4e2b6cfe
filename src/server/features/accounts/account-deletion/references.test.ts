import { expect, test } from "bun:test";
import { getTableName } from "drizzle-orm";
import { tenantTableNames } from "#testing/kit/snapshot";
import { databaseSuite } from "#testing/kit/suite";
import { REFERENCES } from "./references";

const db = databaseSuite();

test("the deletion of an account knows every column of an organization that refers to a user", async () => {
  const columns: string[] = [];
  for (const table of await tenantTableNames(db)) {
    const { rows } = await db.client.execute({
      sql: `select "from" as name from pragma_foreign_key_list(?) where "table" = 'users'`,
      args: [table],
    });
    columns.push(...rows.map(({ name }) => `${table}.${String(name)}`));
  }
  const known = REFERENCES.map(
    ({ column: { table, name } }) => `${getTableName(table)}.${name}`,
  );
  expect(
    known.toSorted(),
    "Add the column to REFERENCES in accounts/account-deletion/references.ts.",
  ).toEqual(columns.toSorted());
});
