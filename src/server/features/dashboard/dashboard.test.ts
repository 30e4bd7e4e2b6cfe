import { beforeAll, expect, test } from "bun:test";
import { newId } from "#shared/id";
import { domains } from "#server/features/domains/table";
import { subscriptions } from "#server/features/billing/table";
import { insertStatement } from "#server/kernel/db/statement";
import type { Actor } from "#testing/kit/actor";
import {
  addPersonalKey,
  addServiceAccount,
  addServiceKey,
} from "#testing/kit/api-keys";
import { addApp } from "#testing/kit/authenticator-app";
import { expectStatus, type TestOrganization } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";
import type { Attention, Dashboard } from "./schemas";

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

const server = serverSuite();
let ana: Actor;
beforeAll(async () => {
  ana = await server.person("Ana");
});

const now = () => server.services.deps.now();

async function read(by: Actor, { slug }: TestOrganization): Promise<Dashboard> {
  const path = `/organizations/${slug}/dashboard`;
  return expectStatus(await by.get<"dashboard.get">(path), 200).body;
}

/** Returns the facts that are not null. */
async function attention(by: Actor, org: TestOrganization) {
  const facts = Object.entries((await read(by, org)).attention);
  return Object.fromEntries(
    facts.filter(([, fact]) => fact !== null),
  ) as Partial<Attention>;
}

async function change(sql: string, ...args: (string | number | null)[]) {
  const { rowsAffected } = await server.db.client.execute({ sql, args });
  expect(rowsAffected).toBeGreaterThan(0);
}

/** Creates an organization with an admin, a member and a viewer. */
async function team() {
  const org = await server.organization(ana);
  const max = await server.join(ana, org, "member", "Max");
  const vera = await server.join(ana, org, "viewer", "Vera");
  return { org, max, vera };
}

async function expectOnlyFor(
  fact: keyof Attention,
  { org, max, vera }: Awaited<ReturnType<typeof team>>,
) {
  expect(Object.keys(await attention(ana, org))).toEqual([fact]);
  expect(await attention(max, org)).toEqual({});
  expect(await attention(vera, org)).toEqual({});
}

test("nothing needs attention in a new organization", async () => {
  const { org, max, vera } = await team();
  for (const actor of [ana, max, vera])
    expect(await attention(actor, org)).toEqual({});
});

test("an admin sees invitations that expired or were not sent, until they are resent or revoked", async () => {
  const company = await team();
  const { org } = company;
  const path = `/organizations/${org.slug}/invitations`;
  await server.invite(ana, org, `live@${org.slug}.test`, "viewer");
  const late = await server.invite(ana, org, `late@${org.slug}.test`, "member");
  const lost = await server.invite(ana, org, `lost@${org.slug}.test`, "viewer");
  await change("update invitations set expires_at = 1 where id = ?", late.id);
  await change("update invitations set not_sent_at = 1 where id = ?", lost.id);
  const { invitations } = await attention(ana, org);
  expect(invitations).toMatchObject({
    count: 2,
    first: [
      { id: lost.id, status: "pending", isSent: false, isVoid: false },
      { id: late.id, status: "expired", isSent: true, roleName: "Member" },
    ],
  });
  await expectOnlyFor("invitations", company);
  expectStatus(await ana.post(`${path}/${late.id}/resend`, {}), 200);
  expectStatus(await ana.delete(`${path}/${lost.id}`), 204);
  expect(await attention(ana, org)).toEqual({});
});

test("of many expired invitations the three newest are shown, and all are counted", async () => {
  const { org } = await team();
  for (const name of ["a", "b", "c", "d", "e"])
    await server.invite(ana, org, `${name}@${org.slug}.test`, "viewer");
  await change(
    "update invitations set expires_at = 1 where org_id = ? and status = 'pending'",
    org.id,
  );
  const { invitations } = await attention(ana, org);
  expect(invitations?.count).toBe(5);
  expect(invitations?.first.map(({ email }) => email[0])).toEqual([
    "e",
    "d",
    "c",
  ]);
});

test("an admin sees that all seats are used", async () => {
  const company = await team();
  const { org } = company;
  await server.invite(ana, org, `next@${org.slug}.test`, "viewer");
  await change("update organizations set seats = 4 where id = ?", org.id);
  expect(await attention(ana, org)).toEqual({ seats: { used: 4, limit: 4 } });
  await expectOnlyFor("seats", company);
  await change("update organizations set seats = 5 where id = ?", org.id);
  expect(await attention(ana, org)).toEqual({});
});

test("an admin sees how many members and projects are read-only", async () => {
  const company = await team();
  const { org } = company;
  const projects = `/organizations/${org.slug}/projects`;
  for (const name of ["One", "Two"])
    expectStatus(await ana.post(projects, { name }), 201);
  await change(
    "update organizations set seats = 2, project_limit = 1 where id = ?",
    org.id,
  );
  expect(await attention(ana, org)).toEqual({
    readOnly: { members: 1, projects: 1 },
  });
  await expectOnlyFor("readOnly", company);
});

async function subscribe(
  { id: orgId }: TestOrganization,
  state: Partial<typeof subscriptions.$inferInsert>,
) {
  await server.db.client.execute(
    insertStatement(subscriptions, {
      orgId,
      id: newId("subscription"),
      provider: "fake",
      customerId: `customer of ${orgId}`,
      subscriptionId: `subscription of ${orgId}`,
      plan: "team",
      interval: "month",
      seats: 25,
      syncedAt: now(),
      createdAt: now(),
      ...state,
    }),
  );
}

test("an admin sees that a payment failed and until when the plan lasts", async () => {
  const company = await team();
  const since = now() - DAY;
  await subscribe(company.org, { status: "past_due", pastDueSince: since });
  expect(await attention(ana, company.org)).toEqual({
    payment: {
      plan: "team",
      graceEndsAt: new Date(since + 14 * DAY).toISOString(),
    },
  });
  await expectOnlyFor("payment", company);
  await change(
    "update subscriptions set status = 'unpaid' where org_id = ?",
    company.org.id,
  );
  expect(await attention(ana, company.org)).toEqual({
    payment: { plan: "team", graceEndsAt: null },
  });
});

test("an admin sees a trial that ends within a week, unless it was cancelled", async () => {
  const company = await team();
  const { org } = company;
  const trialEndsAt = now() + 8 * DAY;
  await subscribe(org, { status: "trialing", trialEndsAt });
  expect(await attention(ana, org)).toEqual({});
  const soon = now() + 6 * DAY;
  await change(
    "update subscriptions set trial_ends_at = ? where org_id = ?",
    soon,
    org.id,
  );
  const endsAt = new Date(soon).toISOString();
  expect(await attention(ana, org)).toEqual({
    trial: { plan: "team", endsAt },
  });
  await expectOnlyFor("trial", company);
  await change(
    "update subscriptions set cancels_at_period_end = 1 where org_id = ?",
    org.id,
  );
  expect(await attention(ana, org)).toEqual({});
});

test("an admin sees how many members lack the required two-factor authentication", async () => {
  const company = await team();
  const { org, max } = company;
  const from = now() + 7 * DAY;
  expect(await attention(ana, org)).toEqual({});
  await change(
    "update organizations set two_factor_required_from = ? where id = ?",
    from,
    org.id,
  );
  expect(await attention(ana, org)).toEqual({
    twoFactor: { from: new Date(from).toISOString(), lacking: 3 },
  });
  await addApp(server, max);
  expect((await attention(ana, org)).twoFactor?.lacking).toBe(2);
  await expectOnlyFor("twoFactor", company);
});

test("members without two-factor authentication are counted in a large organization too", async () => {
  const { org } = await team();
  await change(
    "update organizations set two_factor_required_from = ?, seats = null where id = ?",
    now(),
    org.id,
  );
  await addApp(server, ana);
  const numbers =
    "with recursive n(i) as (select 1 union all select i + 1 from n where i < 1500)";
  await change(
    `${numbers} insert into users (id, email, name, created_at) select ?1 || i, ?1 || i || '@example.com', 'Name', 1 from n`,
    org.id,
  );
  await change(
    `${numbers} insert into memberships (org_id, id, user_id, role, joined_at) select ?1, 'mem_' || i, ?1 || i, 'viewer', ?2 from n`,
    org.id,
    now(),
  );
  expect((await attention(ana, org)).twoFactor?.lacking).toBe(1502);
});

test("an admin sees all API keys that expire soon, and a member sees their own", async () => {
  const { org, max, vera } = await team();
  const account = await addServiceAccount(server.db, org.id, "member", ana);
  const keys = [
    [await addPersonalKey(server, org.id, max), 13],
    [await addServiceKey(server, org.id, account), -6],
    [await addPersonalKey(server, org.id, ana), 15],
    [await addPersonalKey(server, org.id, ana), -8],
  ] as const;
  for (const [{ keyId }, days] of keys)
    await change(
      "update api_keys set expires_at = ? where id = ?",
      now() + days * DAY,
      keyId,
    );
  const [[own], [service]] = keys;
  const mine = { id: own.keyId, isExpired: false, owner: { name: "Max" } };
  const expired = { id: service.keyId, isExpired: true, owner: { name: "CI" } };
  expect(await attention(ana, org)).toMatchObject({
    keys: { count: 2, first: [expired, mine] },
  });
  expect(await attention(max, org)).toMatchObject({
    keys: { count: 1, first: [mine] },
  });
  expect(await attention(vera, org)).toEqual({});
  await change("update api_keys set revoked_at = 1 where id = ?", own.keyId);
  expect(await attention(max, org)).toEqual({});
});

test("an admin sees service accounts without a steward, unless they are suspended", async () => {
  const company = await team();
  const { org } = company;
  const id = await addServiceAccount(server.db, org.id, "member");
  await addServiceAccount(server.db, org.id, "member", ana);
  expect(await attention(ana, org)).toEqual({
    serviceAccounts: { count: 1, first: [{ id, name: "CI" }] },
  });
  await expectOnlyFor("serviceAccounts", company);
  await change("update service_accounts set suspended_at = 1 where id = ?", id);
  expect(await attention(ana, org)).toEqual({});
});

test("an admin sees verified domains whose DNS record is missing", async () => {
  const company = await team();
  const { org } = company;
  const add = (domain: string, checkedAt: number | null) =>
    server.db.client.execute(
      insertStatement(domains, {
        orgId: org.id,
        id: newId("domain"),
        domain: `${domain}.${org.slug}.test`,
        challenge: domain,
        verifiedAt: checkedAt,
        checkedAt,
        createdAt: now(),
        updatedAt: now(),
      }),
    );
  await add("verified", now());
  await add("pending", null);
  await add("failing", now() - 2 * DAY);
  await add("lapsed", now() - 8 * DAY);
  expect(await attention(ana, org)).toMatchObject({
    domains: {
      count: 2,
      first: [
        { domain: `failing.${org.slug}.test`, status: "failing" },
        { domain: `lapsed.${org.slug}.test`, status: "lapsed" },
      ],
    },
  });
  await expectOnlyFor("domains", company);
});

test("only the recipient of an admin transfer is asked to answer it", async () => {
  const { org, max, vera } = await team();
  const offer = { userId: max.id, roleAfter: "member" };
  const path = `/organizations/${org.slug}/admin-transfer`;
  expectStatus(await ana.post(path, offer), 201);
  expect(await attention(max, org)).toMatchObject({
    transfer: { from: { name: "Ana" }, to: { name: "Max" } },
  });
  expect(await attention(ana, org)).toEqual({});
  expect(await attention(vera, org)).toEqual({});
});

test("a custom role sees the facts that its permissions let it change", async () => {
  const { org } = await team();
  const { id } = await server.invite(
    ana,
    org,
    `late@${org.slug}.test`,
    "viewer",
  );
  await change("update organizations set seats = 4 where id = ?", org.id);
  await change("update invitations set expires_at = 1 where id = ?", id);
  const role = {
    name: "Recruiter",
    basedOn: "viewer",
    permissions: ["organization:read", "invitation:create"],
  };
  const created = await ana.post<"roles.create">(
    `/organizations/${org.slug}/roles`,
    role,
  );
  const rita = await server.join(ana, org, expectStatus(created, 201).body.id);
  const seen = await read(rita, org);
  expect(
    Object.entries(seen.attention).flatMap(([name, fact]) =>
      fact === null ? [] : [name],
    ),
  ).toEqual(["invitations"]);
  expect(seen.projects).toBeNull();
});

test("a member whose role has no permission for any part reads an empty dashboard", async () => {
  const { org } = await team();
  const role = {
    name: "Guest",
    basedOn: "viewer",
    permissions: ["member:leave"],
  };
  const created = await ana.post<"roles.create">(
    `/organizations/${org.slug}/roles`,
    role,
  );
  const gus = await server.join(ana, org, expectStatus(created, 201).body.id);
  const seen = await read(gus, org);
  expect(seen).toMatchObject({ members: null, projects: null });
  expect(await attention(gus, org)).toEqual({});
});

test("the members who were active last come first, without suspended ones", async () => {
  const { org, max, vera } = await team();
  const members = `/organizations/${org.slug}/members`;
  const paul = await server.join(ana, org, "viewer", "Paul");
  expectStatus(await ana.post(`${members}/${paul.id}/suspend`), 200);
  const activeAt = now();
  for (const [actor, hours] of [
    [max, 0],
    [vera, 3],
    [ana, 5],
  ] as const)
    await change(
      "update people set last_active_at = ? where (org_id, id) in (select org_id, id from memberships where user_id = ? and org_id = ?)",
      activeAt - hours * HOUR,
      actor.id,
      org.id,
    );
  const shown = async (by: Actor) =>
    (await read(by, org)).members?.map(({ name, roleName, lastActiveAt }) => [
      name,
      roleName,
      lastActiveAt,
    ]);
  expect(await shown(vera)).toEqual([
    ["Max", "Member", null],
    ["Vera", "Viewer", null],
    ["Ana", "Admin", null],
  ]);
  expect(await shown(ana)).toEqual([
    ["Max", "Member", new Date(activeAt).toISOString()],
    ["Vera", "Viewer", new Date(activeAt - 3 * HOUR).toISOString()],
    ["Ana", "Admin", new Date(activeAt - 5 * HOUR).toISOString()],
  ]);
});

test("an admin sees how many members were not active for 90 days", async () => {
  const company = await team();
  const { org, max, vera } = company;
  const activeAt = (at: number) =>
    change(
      "update people set last_active_at = ? where org_id = ? and name in ('Max', 'Vera')",
      at,
      org.id,
    );
  await activeAt(now() - 90 * DAY + HOUR);
  expect(await attention(ana, org)).toEqual({});
  await activeAt(now() - 90 * DAY - HOUR);
  expect(await attention(ana, org)).toEqual({
    inactive: { days: 90, count: 2 },
  });
  await expectOnlyFor("inactive", company);
  const path = `/organizations/${org.slug}/people?inactiveDays=90`;
  const listed = await ana.get<"people.list">(path);
  expect(expectStatus(listed, 200).body.items.map(({ id }) => id)).toEqual([
    max.id,
    vera.id,
  ]);
  const members = `/organizations/${org.slug}/members`;
  expectStatus(await ana.post(`${members}/${max.id}/suspend`), 200);
  expect((await attention(ana, org)).inactive?.count).toBe(1);
});

test("an admin sees custom roles that nothing uses, after a week", async () => {
  const company = await team();
  const { org } = company;
  const path = `/organizations/${org.slug}`;
  const create = async (name: string) => {
    const answer = await ana.post<"roles.create">(`${path}/roles`, {
      name,
      basedOn: "viewer",
      permissions: ["project:read"],
    });
    return expectStatus(answer, 201).body.id;
  };
  const unused = await create("Unused");
  const invited = await create("Invited");
  const linked = await create("Linked");
  const service = await create("Service");
  const held = await create("Held");
  const invitation = await server.invite(
    ana,
    org,
    `next@${org.slug}.test`,
    invited,
  );
  const links = `${path}/invitation-links`;
  expectStatus(await ana.post(links, { role: linked }), 201);
  await addServiceAccount(server.db, org.id, service, ana);
  await server.join(ana, org, held, "Hans");
  expect(await attention(ana, org)).toEqual({});
  await change("update roles set created_at = 1 where org_id = ?", org.id);
  expect(await attention(ana, org)).toEqual({
    roles: { count: 1, first: [{ id: unused, name: "Unused" }] },
  });
  await expectOnlyFor("roles", company);
  const revoked = ana.delete(`${path}/invitations/${invitation.id}`);
  expectStatus(await revoked, 204);
  expect((await attention(ana, org)).roles).toEqual({
    count: 2,
    first: [
      { id: invited, name: "Invited" },
      { id: unused, name: "Unused" },
    ],
  });
  for (const id of [invited, unused])
    expectStatus(await ana.delete(`${path}/roles/${id}`), 204);
  expect(await attention(ana, org)).toEqual({});
});

test("the projects that were changed last come first, with who changed them", async () => {
  const { org, max, vera } = await team();
  const path = `/organizations/${org.slug}/projects`;
  const create = async (name: string) => {
    const answer = await ana.post<"projects.create">(path, { name });
    return expectStatus(answer, 201).body.id;
  };
  const [website, app, old] = [
    await create("Website"),
    await create("App"),
    await create("Old"),
  ];
  expectStatus(await max.put(`${path}/${website}`, { name: "Site" }), 200);
  expectStatus(await max.put(`${path}/${old}`, { status: "archived" }), 200);
  const { projects } = await read(vera, org);
  expect(projects).toMatchObject([
    { id: website, name: "Site", changedBy: "Max" },
    { id: app, name: "App", changedBy: "Ana" },
  ]);
});

test("another organization changes nothing on the dashboard", async () => {
  const { org, max } = await team();
  const was = await read(max, org);
  const other = await server.organization(ana);
  await server.join(ana, other, "member");
  const late = await server.invite(
    ana,
    other,
    `late@${other.slug}.test`,
    "viewer",
  );
  await change("update invitations set expires_at = 1 where id = ?", late.id);
  await addServiceAccount(server.db, other.id, "member");
  const path = `/organizations/${other.slug}/projects`;
  expectStatus(await ana.post(path, { name: "Elsewhere" }), 201);
  expect(await read(max, org)).toEqual(was);
  expect(await attention(ana, org)).toEqual({});
});
