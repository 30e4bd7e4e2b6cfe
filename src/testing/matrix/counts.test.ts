import { beforeAll, expect, test } from "bun:test";
import type { Actor } from "../kit/actor";
import { type Row, rows } from "./cross-tenant-inputs";
import { copyTenantRows, rowsOf } from "./growth";
import { grantsOf } from "#shared/permissions";
import { expectStatus } from "../kit/server";
import { serverSuite } from "../kit/suite";
import {
  callRest,
  comparable,
  fieldsOf,
  type InputOf,
  type ProcedurePath,
  procedures,
} from "./procedures";
import { tenantTableNames } from "../kit/snapshot";
import { createTenant, type Ids, type Tenant } from "./tenants";

/**
 * Further inputs with filters, because a filtered query has other SQL conditions than the query in the table of
 * cross-tenant inputs.
 */
const NARROWED: {
  [P in ProcedurePath]?: (org: string, ids: Ids) => InputOf<P>[];
} = {
  "organizations.list": () => [{ deleted: "true" }, { suspended: "true" }],
  "organizations.checkSlug": (org) => [{ slug: "another", org }],
  "members.list": (org) => [
    { org, q: "Homestead" },
    { org, role: "member" },
    { org, status: "active" },
    { org, status: "suspended" },
    { org, status: "frozen" },
  ],
  "people.list": (org) => [
    { org, q: "Homestead" },
    { org, role: "viewer", sort: "role" },
    { org, status: "active", sort: "status" },
    { org, status: "expired" },
    { org, twoFactor: "off", sort: "projects", order: "desc" },
    { org, kind: "member", inactiveDays: 1, sort: "lastActive" },
    { org, sort: "joined", order: "desc" },
    { org, cursor: peopleCursor("name", "asc", "", "") },
  ],
  "people.export": (org) => [
    { org, q: "Homestead", role: "viewer", status: "active", sort: "status" },
    { org, twoFactor: "off", inactiveDays: 1, order: "desc" },
    { org, kind: "invitation" },
  ],
  "invitations.list": (org) => [
    { org, status: "pending" },
    { org, status: "accepted" },
    { org, status: "expired" },
    { org, status: "open" },
    { org, status: "openExpired" },
    { org, q: "example" },
  ],
  "projects.list": (org, { user }) => [
    { org, q: "Homestead" },
    { org, status: "active" },
    { org, status: "archived" },
    { org, sort: "name" },
    { org, sort: "updated", order: "asc" },
    { org, sort: "owner", order: "desc" },
    { org, owner: user },
    { org, owner: "none" },
    { org, favourite: "true" },
  ],
  "roles.impact": (org, { role }) => [
    { org, roleId: role, replacement: "viewer" },
    { org, roleId: "member", permissions: "project:read" },
  ],
  "billing.preview": (org) => [
    { org, plan: "team", interval: "month", seats: 1 },
    { org, plan: "business", interval: "year", seats: 2 },
  ],
  "apiKeys.list": (org, { apiKey, user }) => [
    { org, cursor: apiKey, owner: "all" },
    { org, owner: user },
    { org, owner: "me" },
  ],
  "usage.get": (org) => [{ org, from: "2025-12-01", to: "2026-01-31" }],
  "analytics.get": (org) => [{ org, from: dayBefore(90), to: dayBefore(0) }],
  "audit.list": (org, { user }) => [
    { org },
    { org, actor: user },
    { org, actor: "system" },
    { org, action: "projects.create" },
    {
      org,
      from: `${dayBefore(1)}T00:00:00Z`,
      to: `${dayBefore(-1)}T00:00:00Z`,
    },
    { org, seq: 1 },
    { org, target: user },
    { org, target: "organization.name" },
    { org, target: "organization.plan" },
    { org, cursor: "999999999999999.999999999" },
  ],
  "audit.latest": (org, { user, project }) => [
    { org, targets: `${user},${project},organization.settings` },
  ],
  "audit.export": (org, { user }) => [
    { org, format: "csv" },
    { org, format: "jsonl", actor: user },
    { org, format: "jsonl", action: "projects.create" },
    {
      org,
      format: "jsonl",
      from: `${dayBefore(1)}T00:00:00Z`,
      to: `${dayBefore(-1)}T00:00:00Z`,
    },
  ],
  "audit.verify": (org) => [{ org, anchor: `1:${"x".repeat(43)}` }],
};

/** All queries of the program with their inputs. */
const queries = procedures
  .filter(({ type }) => type === "query")
  .map(({ path }) => ({
    path,
    inputs: (org: string, ids: Ids) => inputsOf(path, org, ids),
  }));

function inputsOf(
  path: ProcedurePath,
  org: string,
  ids: Ids,
): Record<string, unknown>[] {
  const row: Row<unknown> = rows[path];
  const crossing =
    typeof row === "function" ? row(org, ids) : (row.input ?? {});
  const base = { ...(crossing as Record<string, unknown>) };
  const { cursor, ...whole } = base;
  const first = fieldsOf(path).includes("limit")
    ? [{ ...whole, limit: 1 }]
    : [];
  const narrowed = NARROWED[path]?.(org, ids) ?? [];
  const given = [whole, ...(cursor === undefined ? [] : [base]), ...first];
  return [...given, ...(narrowed as Record<string, unknown>[])];
}

function peopleCursor(...place: string[]): string {
  return Buffer.from(JSON.stringify(place)).toString("base64url");
}

function dayBefore(days: number): string {
  const moment = Date.now() - days * 24 * 60 * 60 * 1000;
  return new Date(moment).toISOString().slice(0, 10);
}

const server = serverSuite();
let home: Tenant;
let otherId: string;
let callers: Actor[];
/** The answers to all queries about one organization: at first, repeated, and after another organization has grown. */
let before: Answers;
let repeated: Answers;
let after: Answers;
beforeAll(async () => {
  const admin = await server.person("Quarry Admin");
  otherId = (await server.organization(admin, "Quarry Works")).id;
  home = await createTenant(server, "Homestead");
  callers = [home.admin, await addMaker()];
  await addEveryKindOfRow();
  server.stopTime();
  before = await ask();
  repeated = await ask();
  await expectGrowth();
  after = await ask();
});

/**
 * Adds rows of every kind to the organization. A count of zero rows would be correct even if its SQL condition were
 * missing.
 */
async function addEveryKindOfRow() {
  const { admin, names } = home;
  const path = `/organizations/${names.slug}`;
  const org = { id: names.id, slug: names.slug, name: "Homestead Works" };
  const join = (role: string, name: string) =>
    server.join(admin, org, role, `Homestead ${name}`);
  const paused = await join("viewer", "Paused");
  expectStatus(await admin.post(`${path}/members/${paused.id}/suspend`), 200);
  const deputy = await join("admin", "Deputy");
  const oldest = await join("viewer", "Oldest");
  const made = await admin.post(`${path}/projects`, { name: "Homestead Old" });
  const project = `${path}/projects/${String(expectStatus(made, 201).body.id)}`;
  expectStatus(await admin.put(project, { status: "archived" }), 200);
  const email = "late@homestead.example";
  const { id: expired } = await server.invite(deputy, org, email, "viewer");
  await setBack(org.id, { expired, oldest: oldest.id });
}

/**
 * Makes the organization older than its log and one viewer older than its admins. Also reduces the limits, so that the
 * organization has more members and projects than its plan allows.
 */
async function setBack(
  orgId: string,
  { expired, oldest }: { expired: string; oldest: string },
) {
  const LONG_MS = 100 * 24 * 60 * 60 * 1000;
  await server.db.client.batch([
    {
      sql: "update invitations set expires_at = 1 where org_id = ? and id = ?",
      args: [orgId, expired],
    },
    {
      sql: "update memberships set joined_at = 1 where org_id = ? and user_id = ?",
      args: [orgId, oldest],
    },
    {
      sql: "update organizations set created_at = created_at - ?, seats = 3, project_limit = 1 where id = ?",
      args: [LONG_MS, orgId],
    },
  ]);
}

/** Adds a member who created a project. The member then gets a custom role that does not allow reading projects. */
async function addMaker(): Promise<Actor> {
  const { admin, names } = home;
  const path = `/organizations/${names.slug}`;
  const org = { id: names.id, slug: names.slug, name: "Homestead Works" };
  const maker = await server.join(admin, org, "member", "Homestead Maker");
  const project = { name: "Homestead Own" };
  expectStatus(await maker.post(`${path}/projects`, project), 201);
  const role = await admin.post(`${path}/roles`, {
    name: "Homestead Maker",
    basedOn: "member",
    permissions: [
      ...[...grantsOf("viewer")].filter((one) => one !== "project:read"),
      "audit:read",
      "billing:read",
    ],
  });
  const { id } = expectStatus(role, 201).body;
  const member = `${path}/members/${maker.id}`;
  expectStatus(await admin.put(member, { role: id }), 200);
  return maker;
}

type Answers = Map<string, ReturnType<typeof comparable>[]>;

async function ask(): Promise<Answers> {
  const answers: Answers = new Map();
  for (const { path, inputs } of queries) {
    const given = [];
    for (const caller of callers)
      for (const input of inputs(home.names.slug, home.ids))
        given.push(comparable(await callRest(caller, path, input)));
    answers.set(path, given);
  }
  return answers;
}

async function expectGrowth() {
  const own = await rowsOf(server.db, home.names.id);
  const had = await rowsOf(server.db, otherId);
  await copyTenantRows(server.db, await tenantTableNames(server.db), {
    from: { orgId: home.names.id, except: callers },
    into: otherId,
  });
  const has = await rowsOf(server.db, otherId);
  for (const [table, count] of Object.entries(own)) {
    // A table with one row per organization does not grow, because the copy replaces the other organization's only row.
    const isSingle = had[table] === 1 && count === 1;
    const gained = (has[table] ?? 0) - (had[table] ?? 0);
    expect({ table, count, isGrown: gained > 0 || isSingle }).toEqual({
      table,
      count,
      isGrown: true,
    });
  }
}

test("each query of an organization is asked with every field that it takes", () => {
  for (const { path, inputs } of queries) {
    if (!isOfOrganization(path)) continue;
    const asked = inputs(home.names.slug, home.ids).flatMap(Object.keys);
    const left = fieldsOf(path).filter((field) => !asked.includes(field));
    expect({ path, left }).toEqual({ path, left: [] });
  }
});

for (const { path } of queries)
  test(`${path} answers the same however much another organization grows`, () => {
    const answers = before.get(path) ?? [];
    // Repeated answers must be equal; otherwise comparing later answers would prove nothing.
    expect(repeated.get(path)).toEqual(answers);
    const ofAdmin = answers.slice(0, answers.length / callers.length);
    for (const { status } of isOfOrganization(path) ? ofAdmin : [])
      expect(status).toBe(200);
    expect(after.get(path)).toEqual(answers);
  });

function isOfOrganization(path: ProcedurePath): boolean {
  return fieldsOf(path).includes("org");
}
