import { beforeAll, expect, test } from "bun:test";
import type { Actor } from "#testing/kit/actor";
import { expectStatus, type TestOrganization } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";

const server = serverSuite();
let ada: Actor;
let ben: Actor;
let zoe: Actor;
let org: TestOrganization;
beforeAll(async () => {
  ada = await server.person("Ada");
  org = await server.organization(ada);
  zoe = await server.join(ada, org, "viewer", "Zoe");
  ben = await server.join(ada, org, "member", "ben");
  await server.join(ada, org, "member", "Émile");
  await server.invite(ada, org, "carla@example.com", "viewer");
});

async function people(by: Actor, query = "") {
  const path = `/organizations/${org.slug}/people${query}`;
  return expectStatus(await by.get<"people.list">(path), 200).body;
}

test("members and invitations are in one list, sorted by name", async () => {
  const { items, nextCursor } = await people(ada);
  expect(items.map(({ name, email }) => name ?? email)).toEqual([
    "Ada",
    "ben",
    "carla@example.com",
    "Émile",
    "Zoe",
  ]);
  expect(nextCursor).toBeNull();
  expect(items[1]).toMatchObject({
    kind: "member",
    id: ben.id,
    email: ben.email,
    role: "member",
    roleName: "Member",
    status: "active",
    invitedBy: { userId: ada.id, name: "Ada" },
    hasTwoFactor: false,
    projects: 0,
  });
  expect(items[2]).toMatchObject({
    kind: "invitation",
    name: null,
    status: "invited",
    role: "viewer",
    invitedBy: { userId: ada.id, name: "Ada" },
    joinedAt: null,
    lastActiveAt: null,
  });
});

test("a member without the permission to manage members does not see their activity", async () => {
  const { items } = await people(zoe);
  expect(items).toHaveLength(5);
  for (const { lastActiveAt, hasTwoFactor } of items)
    expect([lastActiveAt, hasTwoFactor]).toEqual([null, null]);
});

test("a kind selects only members, or only invitations", async () => {
  const members = await people(ada, "?kind=member");
  expect(members.items).toHaveLength(4);
  const invitations = await people(ada, "?kind=invitation");
  expect(invitations.items.map(({ email }) => email)).toEqual([
    "carla@example.com",
  ]);
  // Invitations have no second factor, so this finds nothing instead of all members.
  const none = await people(ada, "?kind=invitation&twoFactor=off");
  expect(none.items).toEqual([]);
});

test("a suspended member has the time of the suspension", async () => {
  const kim = await server.join(ada, org, "member", "Kim");
  const path = `/organizations/${org.slug}/members/${kim.id}/suspend`;
  expectStatus(await ada.post(path), 200);
  const { items } = await people(ada, "?status=suspended");
  expect(items).toMatchObject([
    { id: kim.id, suspendedAt: expect.any(String) },
  ]);
});
