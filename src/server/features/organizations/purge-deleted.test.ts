import { expect, test } from "bun:test";
import { expectStatus } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";
import { readAllTables, tenantTableNames } from "#testing/kit/snapshot";
import { createTenant } from "#testing/matrix/tenants";
import { purgeDeleted } from "./purge";

const DAY = 24 * 60 * 60 * 1000;

const server = serverSuite();

/** Reads all rows of an organization from each table. */
async function everythingOf(orgId: string) {
  const found: Record<string, unknown> = {};
  for (const table of await tenantTableNames(server.db)) {
    const { rows } = await server.db.client.execute({
      sql: `select * from "${table}" where org_id = ? order by 1, 2`,
      args: [orgId],
    });
    if (rows.length > 0) found[table] = rows.map((row) => ({ ...row }));
  }
  return found;
}

test("an organization restored on day 29 has all its data", async () => {
  const { admin, names } = await createTenant(server, "Returning");
  const path = `/organizations/${names.id}`;
  const before = await everythingOf(names.id);
  const deleted = Date.now();
  expectStatus(await admin.delete(`${path}?confirm=${names.slug}`), 204);
  await purgeDeleted(server.db, deleted + 29 * DAY);
  expectStatus(await admin.post(`${path}/restore`), 200);
  // The outbox delivers the webhook events of the cancelled subscription, so wait for it.
  await server.services.outbox.idle();
  const after = await everythingOf(names.id);
  const {
    audit_log,
    audit_heads: _,
    audit_targets,
    subscriptions,
    ...rows
  } = before;
  expect(after).toMatchObject(rows);
  expect(after.audit_targets).toEqual(
    expect.arrayContaining(audit_targets as unknown[]),
  );
  // The deletion has ended the subscription, so the restored organization must choose a plan again.
  expect(subscriptions).toMatchObject([{ status: "trialing" }]);
  expect(after.subscriptions).toMatchObject([{ status: "cancelled" }]);
  expect(after.audit_log).toMatchObject([
    ...(audit_log as unknown[]),
    { action: "organizations.delete" },
    { action: "organizations.restore" },
  ]);
  await purgeDeleted(server.db, deleted + 31 * DAY);
  expect(await everythingOf(names.id)).toEqual(after);
});

test("after day 30 no row of the organization is left, and other organizations keep theirs", async () => {
  const gone = await createTenant(server, "Departed");
  const kept = await createTenant(server, "Staying");
  const { id, slug } = gone.names;
  const ofKept = await everythingOf(kept.names.id);
  expectStatus(
    await gone.admin.delete(`/organizations/${id}?confirm=${slug}`),
    204,
  );
  await purgeDeleted(server.db, Date.now() + 31 * DAY);
  expect(await everythingOf(id)).toEqual({});
  const { organizations } = await readAllTables(server.db);
  expect(JSON.stringify(organizations)).not.toContain(id);
  expect(await everythingOf(kept.names.id)).toEqual(ofKept);
  expectStatus(await gone.admin.post(`/organizations/${id}/restore`), 404);
  // After the purge, another organization can have the slug.
  const again = { name: "Departed again", slug };
  expectStatus(await gone.admin.post("/organizations", again), 201);
});
