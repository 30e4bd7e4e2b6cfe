import { expect, test } from "bun:test";
import type { Actor } from "#testing/kit/actor";
import { expectStatus } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";
import { lastStatementOf } from "#testing/kit/migrations";
import { problemOf } from "#testing/kit/problem";
import { comparable } from "#testing/matrix/procedures";

const server = serverSuite();

async function contextOf(actor: Actor, org?: string) {
  const query = org === undefined ? "" : `?org=${org}`;
  const answer = expectStatus(
    await actor.get<"auth.context">(`/auth/context${query}`),
    200,
  );
  return answer.body;
}

function switchTo(actor: Actor, organizationId: string) {
  return actor.post<"auth.switchOrganization">("/auth/switch-organization", {
    organizationId,
  });
}

/** Creates an admin of two organizations. The second organization is active. */
async function inTwo() {
  const admin = await server.person();
  const first = await server.organization(admin);
  const second = await server.organization(admin);
  return { admin, first, second };
}

test("a user without an organization has a context without one", async () => {
  const actor = await server.person();
  expect(await contextOf(actor)).toEqual({
    user: expect.objectContaining({ email: actor.email }),
    organization: null,
    apiKey: null,
    role: null,
    permissions: [],
    organizations: [],
    isNew: true,
    twoFactorDeadline: null,
    isBlockedByTwoFactorPolicy: false,
    supportEmail: null,
  });
});

test("a context needs a session", async () => {
  expectStatus(await server.stranger().get("/auth/context"), 401);
});

test("the organization of a context can be named by slug, in any case, or by id", async () => {
  const { admin, first } = await inTwo();
  for (const named of [first.slug, first.slug.toUpperCase(), first.id])
    expect((await contextOf(admin, named)).organization?.slug).toBe(first.slug);
});

test("without a name, the context has the last organization; switching changes only that", async () => {
  const { admin, first, second } = await inTwo();
  expect((await contextOf(admin)).organization?.slug).toBe(second.slug);
  for (const named of [first.id, second.slug, first.slug]) {
    const { body } = expectStatus(await switchTo(admin, named), 200);
    expect(body).toEqual(await contextOf(admin));
    const { id, slug } = body.organization ?? {};
    expect([id, slug]).toContain(named);
  }
  expect((await contextOf(admin, second.slug)).organization?.slug).toBe(
    second.slug,
  );
});

test("role and permissions are the current ones", async () => {
  const { admin, first } = await inTwo();
  const actor = await server.join(admin, first, "viewer");
  const before = await contextOf(actor, first.slug);
  expect(before.role).toBe("viewer");
  expect(before.permissions).toContain("project:read");
  expect(before.permissions).not.toContain("project:create");
  const member = `/organizations/${first.slug}/members/${actor.id}`;
  expectStatus(await admin.put(member, { role: "member" }), 200);
  const after = await contextOf(actor, first.slug);
  expect(after.role).toBe("member");
  expect(after.permissions).toContain("project:create");
});

test("a member without a seat is read-only", async () => {
  const { admin, first } = await inTwo();
  const actor = await server.join(admin, first, "member");
  await server.db.client.execute({
    sql: "update organizations set seats = 1 where id = ?",
    args: [first.id],
  });
  for (const named of [first.slug, undefined]) {
    const { organization, permissions } = await contextOf(actor, named);
    expect(organization).toMatchObject({ slug: first.slug, isFrozen: true });
    expect(permissions).toContain("project:read");
    expect(permissions).not.toContain("project:create");
  }
  const admins = await contextOf(admin, first.slug);
  expect(admins.organization?.isFrozen).toBe(false);
  expect(admins.permissions).toContain("project:create");
});

test("a foreign organization gets the same response as an unknown one", async () => {
  const { first } = await inTwo();
  const stranger = await server.person();
  const home = await server.organization(stranger);
  const foreign = [
    await stranger.get(`/auth/context?org=${first.slug}`),
    await stranger.get(`/auth/context?org=${first.id}`),
    await stranger.get("/auth/context?org=no-such-organization"),
    await switchTo(stranger, first.slug),
    await switchTo(stranger, "no-such-organization"),
  ].map(comparable);
  expect(foreign[0]?.status).toBe(404);
  expect(foreign[0]?.text).toContain('"reason":"ORGANIZATION_NOT_FOUND"');
  for (const answer of foreign) expect(answer).toEqual(foreign[0] ?? answer);
  expect((await contextOf(stranger)).organization?.slug).toBe(home.slug);
});

test("an organization that the user has left is not found, and the next visit opens another", async () => {
  const { admin, first } = await inTwo();
  const actor = await server.join(admin, first, "member");
  const home = await server.organization(actor);
  expectStatus(await switchTo(actor, first.id), 200);
  const self = `/organizations/${first.slug}/members/${actor.id}`;
  expectStatus(await actor.delete(self), 204);
  expectStatus(await actor.get(`/auth/context?org=${first.slug}`), 404);
  const now = await contextOf(actor);
  expect(now.organization?.slug).toBe(home.slug);
  expect(now.organizations.map(({ slug }) => slug)).toEqual([home.slug]);
});

test("a user is new until the first membership, and not again after leaving", async () => {
  const { admin, first } = await inTwo();
  const actor = await server.person();
  expect((await contextOf(actor)).isNew).toBe(true);
  const { token } = await server.invite(admin, first, actor.email, "member");
  expectStatus(await actor.post("/invitations/accept", { token }), 200);
  expect((await contextOf(actor)).isNew).toBe(false);
  const self = `/organizations/${first.slug}/members/${actor.id}`;
  expectStatus(await actor.delete(self), 204);
  expect(await contextOf(actor)).toMatchObject({
    organizations: [],
    isNew: false,
  });
});

test("the migration sets the first membership of current and former members", async () => {
  const { admin, first } = await inTwo();
  const [member, removed, never] = await Promise.all([
    server.join(admin, first, "member"),
    server.join(admin, first, "member"),
    server.person(),
  ]);
  const path = `/organizations/${first.slug}/members/${removed.id}`;
  expectStatus(await admin.delete(path), 204);
  await server.db.client.execute(
    "update users set active_org_id = null, first_joined_at = null",
  );
  await server.db.client.execute(await lastStatementOf("first_joined"));
  const isNew = async (actor: Actor) => (await contextOf(actor)).isNew;
  expect(await Promise.all([member, removed, never].map(isNew))).toEqual([
    false,
    false,
    true,
  ]);
});

test("a suspended member sees the organization only in the list of suspended memberships", async () => {
  const { admin, first } = await inTwo();
  const actor = await server.join(admin, first, "member");
  const list = async (query: string) => {
    const answer = await actor.get<"organizations.list">(
      `/organizations${query}`,
    );
    return expectStatus(answer, 200).body.items;
  };
  expect(await list("?suspended=true")).toEqual([]);
  const member = `/organizations/${first.slug}/members/${actor.id}`;
  expectStatus(await admin.post(`${member}/suspend`), 200);
  expect(await list("?suspended=true")).toEqual([
    expect.objectContaining({ slug: first.slug, role: "member" }),
  ]);
  expect(await list("")).toEqual([]);
  expect(await list("?deleted=true")).toEqual([]);
  const both = await actor.get("/organizations?suspended=true&deleted=true");
  expectStatus(both, 400);
});

test("two tabs can use two organizations", async () => {
  const { admin, first, second } = await inTwo();
  await switchTo(admin, first.id);
  const [one, two] = await Promise.all([
    contextOf(admin, first.slug),
    contextOf(admin, second.slug),
  ]);
  expect([one.organization?.slug, two.organization?.slug]).toEqual([
    first.slug,
    second.slug,
  ]);
});

test("a suspended member cannot switch to the organization and gets the reason", async () => {
  const { admin, first } = await inTwo();
  const actor = await server.join(admin, first, "member");
  const suspend = `/organizations/${first.slug}/members/${actor.id}/suspend`;
  expectStatus(await admin.post(suspend), 200);
  for (const named of [first.slug, first.id]) {
    const answer = expectStatus(await switchTo(actor, named), 403);
    expect(problemOf(answer).reason).toBe("MEMBERSHIP_SUSPENDED");
  }
});
