import { beforeAll, expect, test } from "bun:test";
import type { InStatement } from "@libsql/client";
import { drizzle } from "drizzle-orm/libsql";
import type { TestOrganization } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";
import { newId } from "#shared/id";
import { grantsOf } from "#shared/permissions";
import { TenantDb } from "#server/kernel/db/tenant-db";
import { UnitOfWork } from "#server/kernel/db/unit-of-work";
import { listKeys } from "./api-keys/list";
import { type AuditFilter, streamEvents, listEvents } from "./audit-log/list";
import { listMembers } from "./members/list";

/** These tests check that SQLite reads long lists from a position in an index and does not sort them. */

const server = serverSuite();
let org: TestOrganization;
beforeAll(async () => {
  org = await server.organization(await server.person());
});

/** Returns SQLite's plan for the only query that `read` runs. */
async function planOf(read: (db: TenantDb) => Promise<unknown>) {
  const [plan, ...more] = await plansOf(read);
  expect(more).toEqual([]);
  return plan;
}

/** The steps that collect the rows of a page as one JSON text. */
const COLLECTS_PAGE = /^SCALAR SUBQUERY|^SCAN CONSTANT ROW|rows_of_page/;

async function plansOf(read: (db: TenantDb) => Promise<unknown>) {
  const { client } = server.db;
  const asked: Exclude<InStatement, string>[] = [];
  const listening = new Proxy(client, {
    get(target, property) {
      if (property !== "execute") return Reflect.get(target, property, target);
      return (statement: Exclude<InStatement, string>) => {
        asked.push(statement);
        return target.execute(statement);
      };
    },
  });
  await read(new TenantDb(drizzle(listening), new UnitOfWork(), org.id));
  const plans: string[] = [];
  for (const { sql, args = [] } of asked) {
    const plan = await client.execute({
      sql: `explain query plan ${sql}`,
      args,
    });
    const steps = plan.rows.map(({ detail }) => String(detail));
    plans.push(steps.filter((step) => !COLLECTS_PAGE.test(step)).join("\n"));
  }
  return plans;
}

const MOMENT = "2026-01-01T00:00:00Z";
const CURSOR = "1700000000000.7";

const actions = ["projects.create"];
const actor = "usr_1";

test.each<[AuditFilter & { cursor?: string }, string]>([
  [{}, "audit_log_at (org_id=?)"],
  [{ cursor: CURSOR }, "audit_log_at (org_id=? AND at<?)"],
  [{ from: MOMENT, to: MOMENT }, "audit_log_at (org_id=? AND at>? AND at<?)"],
  [{ actions }, "audit_log_action (org_id=? AND action=?)"],
  [
    { actions, cursor: CURSOR },
    "audit_log_action (org_id=? AND action=? AND at<?)",
  ],
  [
    { actor, actions },
    "audit_log_actor_action (org_id=? AND actor_id=? AND action=?)",
  ],
  [
    { actor: "system", actions, from: MOMENT },
    "audit_log_actor_action (org_id=? AND actor_id=? AND action=? AND at>?)",
  ],
])("the audit log, filtered by %p, is read by %s", async (filter, index) => {
  const page = { limit: 50, ...filter };
  expect(await planOf((db) => listEvents(db, filter, page))).toBe(
    `SEARCH audit_log USING INDEX ${index}`,
  );
});

test.each<[AuditFilter, string]>([
  [{}, "sqlite_autoindex_audit_log_1 (org_id=?)"],
  [{ from: MOMENT }, "audit_log_at (org_id=? AND at>?)"],
  [{ actions }, "audit_log_action (org_id=? AND action=?)"],
  [
    { actor, actions },
    "audit_log_actor_action (org_id=? AND actor_id=? AND action=?)",
  ],
])(
  "a download of the audit log, filtered by %p, is read by %s",
  async (filter, index) => {
    const download = (db: TenantDb) =>
      Array.fromAsync(streamEvents(db, filter, async () => true));
    const [newest, page, ...more] = await plansOf(download);
    expect(newest).toStartWith("SEARCH audit_log USING COVERING INDEX");
    expect(page).toBe(`SEARCH audit_log USING INDEX ${index}`);
    expect(more).toEqual([]);
  },
);

// The steps that look up the actions, read the first events of each from the index, and fetch the rows of the page.
const plansByActor = (place: string) => [
  "SEARCH audit_log USING INDEX sqlite_autoindex_audit_log_1 (org_id=? AND seq=?)",
  "SEARCH audit_log USING COVERING INDEX audit_log_actor_action (org_id=? AND actor_id=?)",
  "SEARCH audit_log USING COVERING INDEX audit_log_actor_action (org_id=? AND actor_id=? AND action>?)",
  `SEARCH audit_log USING COVERING INDEX audit_log_actor_action (org_id=? AND actor_id=? AND action=?${place})`,
];

function searches(plan: string | undefined): string[] {
  const steps = plan?.split("\n") ?? [];
  return steps.filter((step) => step.includes("audit_log"));
}

test.each<[AuditFilter & { cursor?: string }, string]>([
  [{ actor }, ""],
  [{ actor: "system" }, ""],
  [{ actor, cursor: CURSOR }, " AND at<?"],
  [{ actor, to: MOMENT }, " AND at<?"],
  [{ actor, from: MOMENT, to: MOMENT }, " AND at>? AND at<?"],
])(
  "the audit log, filtered by %p without an action, is read once for each action",
  async (filter, place) => {
    const page = { limit: 50, ...filter };
    const list = await planOf((db) => listEvents(db, filter, page));
    expect(searches(list)).toEqual(plansByActor(place));
  },
);

test.each<AuditFilter>([{ actor }, { actor: "system" }])(
  "a download of the audit log, filtered by %p without an action, is read once for each action",
  async (filter) => {
    const [, page, ...more] = await plansOf((db) =>
      Array.fromAsync(streamEvents(db, filter, async () => true)),
    );
    expect(searches(page)).toEqual(plansByActor(""));
    expect(more).toEqual([]);
  },
);

const several = ["projects.create", "projects.delete"];

test.each<[AuditFilter & { cursor?: string }, string]>([
  [{ actions: several }, "audit_log_action (org_id=? AND action=?)"],
  [
    { actions: several, cursor: CURSOR },
    "audit_log_action (org_id=? AND action=? AND at<?)",
  ],
  [
    { actions: several, actor, to: MOMENT },
    "audit_log_actor_action (org_id=? AND actor_id=? AND action=? AND at<?)",
  ],
])(
  "the audit log, filtered by %p, is read once for each action by %s",
  async (filter, index) => {
    const page = { limit: 50, ...filter };
    const steps = [
      "SEARCH audit_log USING INDEX sqlite_autoindex_audit_log_1 (org_id=? AND seq=?)",
      `SEARCH audit_log USING COVERING INDEX ${index}`,
    ];
    const list = await planOf((db) => listEvents(db, filter, page));
    expect(searches(list)).toEqual(steps);
  },
);

const cursor = `mem_${"0".repeat(26)}`;

test.each([
  [{}, "sqlite_autoindex_memberships_1 (org_id=? AND id>?)"],
  [{ role: "member" }, "memberships_role (org_id=? AND role=? AND id>?)"],
  [
    { role: "member", q: "a" },
    "memberships_role (org_id=? AND role=? AND id>?)",
  ],
])("the members, filtered by %p, are read by %s", async (filter, index) => {
  const page = { limit: 50, cursor };
  const plan = await planOf((db) => listMembers(db, filter, page));
  expect(plan).toStartWith(`SEARCH memberships USING INDEX ${index}`);
  expect(plan).not.toContain("TEMP B-TREE");
});

test.each([
  ["me", "api_keys_user (user_id=? AND org_id=?)"],
  [newId("user"), "api_keys_user (user_id=? AND org_id=?)"],
  [
    newId("serviceAccount"),
    "api_keys_service_account (org_id=? AND service_account_id=?)",
  ],
  ["all", "api_keys_listed (org_id=? AND id<?)"],
])("the API keys of %p are read by %s", async (owner, index) => {
  const caller = { id: newId("user"), grants: grantsOf("admin") };
  const plan = await planOf((db) => listKeys(db, caller, { owner, limit: 50 }));
  expect(plan).toStartWith(`SEARCH api_keys USING INDEX ${index}`);
});
