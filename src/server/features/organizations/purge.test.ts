import { expect, test } from "bun:test";
import { createTenant } from "#testing/matrix/tenants";
import { expectRefused } from "#testing/kit/database";
import { expectStatus } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";
import { lengthenLog } from "#testing/kit/long-log";
import { readAllTables, tenantTableNames } from "#testing/kit/snapshot";
import { expectPortions, watchClient } from "#testing/kit/watch-client";
import { PORTION } from "#server/kernel/db/portions";
import { purgeDeleted } from "./purge";
import {
  EMPTIED_FIRST,
  markForPurge,
  purgeMarked,
  WITHOUT_FOREIGN_KEY,
} from "./purge";

const server = serverSuite();

test("every table of organizations has a foreign key or is in the list", async () => {
  const byName: string[] = [];
  for (const table of await tenantTableNames(server.db)) {
    const { rows } = await server.db.client.execute({
      sql: `select 1 from pragma_foreign_key_list(?)
        where "table" = 'organizations' and "from" = 'org_id' and on_delete = 'CASCADE'`,
      args: [table],
    });
    if (rows.length === 0) byName.push(table);
  }
  expect(
    byName,
    "Define the table with `tenantTable`, or add it to WITHOUT_FOREIGN_KEY in organizations/purge.ts.",
  ).toEqual(WITHOUT_FOREIGN_KEY.toSorted());
});

/** The tables with few rows for each organization, and what limits their number. */
const FEW_ROWS = {
  audit_checkpoints: "one row",
  audit_heads: "one row",
  audit_targets: "a trigger deletes them with their events",
  former_slugs: "a trigger limits them",
  logos: "one row",
  subscriptions: "one row",
};

test("a table of organizations is emptied in portions, or has few rows", async () => {
  const tables = [...EMPTIED_FIRST, ...Object.keys(FEW_ROWS)];
  expect(
    tables.toSorted(),
    "Add the table to EMPTIED_FIRST in organizations/purge.ts, or to FEW_ROWS in this test.",
  ).toEqual(await tenantTableNames(server.db));
});

test("a purge deletes all rows of the organization and none of another one", async () => {
  const gone = await createTenant(server, "Vanished");
  const kept = await createTenant(server, "Remaining");
  const goneId = gone.names.id;
  const before = await rowsOf(kept.names.id);
  expect(await rowsOf(goneId)).not.toEqual({});

  await mark(goneId);
  await purgeMarked(server.db.client);

  expect(await rowsOf(goneId)).toEqual({});
  expect(await rowsOf(kept.names.id)).toEqual(before);
  const organizations = (await readAllTables(server.db)).organizations ?? [];
  expect(JSON.stringify(organizations)).not.toContain(goneId);
});

test("a marked organization is hidden, frees its slugs, and cannot be restored", async () => {
  const { admin, names } = await createTenant(server, "Marked");
  const { id, slug, formerSlug } = names;
  const path = `/organizations/${id}`;
  await mark(id);
  expectStatus(await admin.get(path), 404);
  expectStatus(await admin.post(`${path}/restore`), 404);
  const deleted = await admin.get("/organizations?deleted=true");
  expect(deleted.text).not.toContain(id);
  for (const free of [slug, formerSlug])
    expectStatus(
      await admin.post("/organizations", { name: "Next", slug: free }),
      201,
    );
  await expectRefused(
    server.db,
    `update organizations set purging_since = null where id = '${id}'`,
    "ORGANIZATION_NOT_FOUND",
  );
  await expectRefused(
    server.db,
    `update organizations set deleted_at = null where id = '${id}'`,
    "ORGANIZATION_NOT_FOUND",
  );
});

test("an organization with the most former slugs can be marked", async () => {
  const { admin, names } = await createTenant(server, "Renamed");
  const path = `/organizations/${names.id}`;
  for (let n = 2; n <= 5; n++) {
    const slug = `renamed-${n}`;
    expectStatus(await admin.put(path, { slug }), 200);
  }
  const one = await admin.put(path, { slug: "renamed-too-often" });
  expect(expectStatus(one, 409).body).toMatchObject({ reason: "SLUG_LIMIT" });
  await mark(names.id);
  expect(await rowsOf(names.id)).not.toHaveProperty("former_slugs");
  await purgeMarked(server.db.client);
  expect(await rowsOf(names.id)).toEqual({});
});

test("a long audit log is deleted in portions before the row of its organization", async () => {
  const { names } = await createTenant(server, "Lengthy");
  await lengthenLog(server, names.id, 2 * PORTION);
  const { audit_log: events = 0 } = await rowsOf(names.id);
  await mark(names.id);
  const watched = watchClient(server.db.client);
  await purgeMarked(watched.client);
  watched.stop();
  const log = watched.calls.filter(
    ({ sql: [text, ...more] }) =>
      more.length === 0 && text?.includes("from audit_log"),
  );
  expectPortions(log, events);
  const last = watched.calls.at(-1);
  expect(last?.sql[0]).toContain("from organizations");
  expect(last?.rowsAffected).toBeLessThan(10);
  expect(await rowsOf(names.id)).toEqual({});
});

test("an interrupted purge is finished by the next run", async () => {
  const { names } = await createTenant(server, "Halfway");
  await lengthenLog(server, names.id, 2 * PORTION);
  await mark(names.id);
  const ended = new AbortController();
  const watched = watchClient(server.db.client, (calls) => {
    if (calls.some(({ rowsAffected }) => rowsAffected > 0)) ended.abort();
  });
  await purgeMarked(watched.client, ended.signal);
  watched.stop();
  expect(await rowsOf(names.id)).not.toEqual({});
  await purgeDeleted(server.db, Date.now());
  expect(await rowsOf(names.id)).toEqual({});
});

test("two instances can purge the same organization", async () => {
  const { names } = await createTenant(server, "Shared");
  await lengthenLog(server, names.id, 2 * PORTION);
  await mark(names.id);
  const run = () => purgeMarked(server.db.client);
  await Promise.all([run(), run()]);
  expect(await rowsOf(names.id)).toEqual({});
});

async function mark(orgId: string): Promise<void> {
  const itself = { sql: "id = ?", args: [orgId] };
  await server.db.client.batch(markForPurge(itself, Date.now()), "write");
}

/** Counts the rows of an organization in each table, without the tables that have none. */
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
