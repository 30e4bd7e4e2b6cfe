import { afterAll, beforeAll, expect, test } from "bun:test";
import { createTenant } from "../../../testing/tenants";
import { startServer, type TestServer } from "../../../testing/kit";
import { snapshot, tenantTableNames } from "../../../testing/snapshot";
import { UnitOfWork } from "../../db/unit-of-work";
import { purgeOrganization, WITHOUT_FOREIGN_KEY } from "./purge";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

test("every table of organizations is emptied by its foreign key, or by name", async () => {
  const byName: string[] = [];
  for (const table of await tenantTableNames(server.db)) {
    const { rows } = await server.db.client.execute({
      sql: `select 1 from pragma_foreign_key_list(?)
        where "table" = 'organizations' and "from" = 'org_id' and on_delete = 'CASCADE'`,
      args: [table],
    });
    if (rows.length === 0) byName.push(table);
  }
  expect(byName).toEqual(WITHOUT_FOREIGN_KEY.toSorted());
});

test("nothing of a purged organization is left, and everything of another one is", async () => {
  const gone = await createTenant(server, "Vanished");
  const kept = await createTenant(server, "Remaining");
  const goneId = gone.names.id;
  const before = await rowsOf(kept.names.id);
  expect(await rowsOf(goneId)).not.toEqual({});

  const work = new UnitOfWork();
  purgeOrganization(work, goneId);
  await work.commit(server.db.client);

  expect(await rowsOf(goneId)).toEqual({});
  expect(await rowsOf(kept.names.id)).toEqual(before);
  const organizations = (await snapshot(server.db)).organizations ?? [];
  expect(JSON.stringify(organizations)).not.toContain(goneId);
});

/** How many rows each table has of an organization, where it has any. */
async function rowsOf(orgId: string): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const table of await tenantTableNames(server.db)) {
    const { rows } = await server.db.client.execute({
      sql: `select count(*) from "${table}" where org_id = ?`,
      args: [orgId],
    });
    const count = Number(rows[0]?.[0]);
    if (count > 0) found[table] = count;
  }
  return found;
}
