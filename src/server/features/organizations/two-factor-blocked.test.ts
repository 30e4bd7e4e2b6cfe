import { beforeAll, describe, expect, test } from "bun:test";
import type { Actor } from "#testing/kit/actor";
import { type Attempt, attempts } from "#testing/matrix/valid-inputs";
import { addApp } from "#testing/kit/authenticator-app";
import { expectStatus, type TestOrganization } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";
import { problemOf } from "#testing/kit/problem";
import { callOver, FACES, inOrganization } from "#testing/matrix/procedures";
import {
  type Roles,
  createRoles,
  createScenario,
} from "#testing/matrix/scenarios";
import { snapshot } from "#testing/kit/snapshot";

const DAY = 24 * 60 * 60 * 1000;

const server = serverSuite();
let roles: Roles;
let ada: Actor;
let ben: Actor;
let org: TestOrganization;
beforeAll(async () => {
  roles = await createRoles(server);
  ada = await server.person("Ada");
  await addApp(server, ada);
});

/** An organization with Ben as a member without two-factor authentication. */
async function found() {
  org = await server.organization(ada);
  ben = await server.join(ada, org, "member", "Ben");
}

async function prove(actor: Actor) {
  const { password } = actor;
  expectStatus(await actor.post("/auth/reauthenticate", { password }), 204);
}

async function require(graceDays = 0) {
  await prove(ada);
  const input = { required: true, graceDays };
  expectStatus(
    await ada.put(`/organizations/${org.slug}/two-factor`, input),
    200,
  );
}

const projects = () => `/organizations/${org.slug}/projects`;
const memberPath = ({ id }: Actor) =>
  `/organizations/${org.slug}/members/${id}`;
const create = (actor: Actor, headers?: Record<string, string>) =>
  actor.post(projects(), { name: "Plan" }, { headers });

function expectKeptOut(answer: Parameters<typeof problemOf>[0]) {
  expect(problemOf(expectStatus(answer, 403))).toMatchObject({
    code: "FORBIDDEN",
    reason: "SECOND_FACTOR_REQUIRED",
    message: expect.stringContaining("Two-factor authentication"),
  });
}

async function contextOf(actor: Actor) {
  const answer = await actor.get(`/auth/context?org=${org.slug}`);
  return expectStatus(answer, 200).body;
}

test("a member keeps access in the grace period, and sees when it ends", async () => {
  await found();
  await require(3);
  expectStatus(await create(ben), 201);
  const { twoFactorDeadline, isBlockedByTwoFactorPolicy } =
    await contextOf(ben);
  expect(isBlockedByTwoFactorPolicy).toBe(false);
  const left =
    Date.parse(String(twoFactorDeadline)) - server.services.deps.now();
  expect(left / DAY).toBeCloseTo(3, 2);
  expect(await contextOf(ada)).toMatchObject({
    twoFactorDeadline: null,
    isBlockedByTwoFactorPolicy: false,
  });
});

test("a member loses access after the grace period, with the reason, until they set up 2FA", async () => {
  await found();
  await require(3);
  server.passTime(3 * DAY + 1000);
  expectKeptOut(await create(ben));
  expectStatus(await create(ada), 201);
  expect(await contextOf(ben)).toMatchObject({
    organization: { slug: org.slug },
    isBlockedByTwoFactorPolicy: true,
  });
  await prove(ben);
  await addApp(server, ben);
  expectStatus(await create(ben), 201);
  expect(await contextOf(ben)).toMatchObject({
    twoFactorDeadline: null,
    isBlockedByTwoFactorPolicy: false,
  });
});

test("a member who removes their last second factor loses access at once", async () => {
  await found();
  await addApp(server, ben);
  await require();
  expectStatus(await create(ben), 201);
  expectStatus(await ben.delete("/auth/two-factor/totp"), 204);
  expectKeptOut(await create(ben));
});

test("a blocked member has access again when the policy ends", async () => {
  await found();
  await require();
  expectKeptOut(await create(ben));
  const off = { required: false };
  expectStatus(
    await ada.put(`/organizations/${org.slug}/two-factor`, off),
    200,
  );
  expectStatus(await create(ben), 201);
});

test("a non-member does not learn about the policy", async () => {
  await found();
  await require();
  expectStatus(await roles.stranger.get(projects()), 404);
});

test("a blocked member does not get a stored response", async () => {
  await found();
  const key = { "idempotency-key": "the same" };
  const first = expectStatus(await create(ben, key), 201);
  expect((await create(ben, key)).body.id).toBe(first.body.id);
  await require();
  expectKeptOut(await create(ben, key));
  await addApp(server, ben);
  expect((await create(ben, key)).body.id).toBe(first.body.id);
});

describe("a blocked member", () => {
  test("can list their organizations and switch to this one", async () => {
    await found();
    await require();
    const { body } = expectStatus(await ben.get("/organizations"), 200);
    expect(body.items).toEqual([expect.objectContaining({ slug: org.slug })]);
    const input = { organizationId: org.slug };
    const answer = await ben.post("/auth/switch-organization", input);
    expect(expectStatus(answer, 200).body).toMatchObject({
      isBlockedByTwoFactorPolicy: true,
    });
    const unnamed = await ben.get("/auth/context");
    expect(unnamed.body).toMatchObject({
      isBlockedByTwoFactorPolicy: true,
    });
  });

  test("can leave, and change nothing else", async () => {
    await found();
    const dan = await server.join(ada, org, "admin", "Dan");
    await require();
    for (const face of FACES) {
      const others = { org: org.slug, userId: ben.id };
      expectKeptOut(await callOver(face, dan, "members.remove", others));
    }
    expectStatus(await ben.delete(memberPath(ben)), 204);
    expectStatus(await ben.get(projects()), 404);
    expectStatus(await dan.delete(memberPath(dan)), 204);
  });

  test("cannot leave as the last admin", async () => {
    org = await server.organization(ada);
    const dan = await server.join(ada, org, "admin", "Dan");
    await require();
    expectStatus(await ada.delete(memberPath(ada)), 204);
    const answer = await dan.delete(memberPath(dan));
    expect(problemOf(expectStatus(answer, 409)).reason).toBe("LAST_ADMIN");
  });

  test("can delete their account", async () => {
    await found();
    await require();
    const { email } = ben;
    expectStatus(await ben.delete(`/auth/me?confirm=${email}`), 204);
    const { body } = await ada.get(`/organizations/${org.slug}/members`);
    expect(JSON.stringify(body)).not.toContain(email);
  });

  test("cannot restore the deleted organization before they set up 2FA", async () => {
    await found();
    const dan = await server.join(ada, org, "admin", "Dan");
    await require();
    expectStatus(
      await ada.delete(`/organizations/${org.slug}?confirm=${org.slug}`),
      204,
    );
    const restore = () => dan.post(`/organizations/${org.id}/restore`);
    expectKeptOut(await restore());
    await addApp(server, dan);
    expectStatus(await restore(), 200);
  });
});

test("a user without 2FA can join, sees the policy before, and has no access until they set it up", async () => {
  await found();
  const preview = async (token: string) => {
    const answer = await ben.post("/invitations/preview", { token });
    return expectStatus(answer, 200).body.requiresTwoFactor;
  };
  const email = "new@example.com";
  const before = await server.invite(ada, org, email, "member");
  expect(await preview(before.token)).toBe(false);
  await require();
  expect(await preview(before.token)).toBe(true);
  const cleo = await server.join(ada, org, "member", "Cleo");
  expectKeptOut(await cleo.get(projects()));
  await addApp(server, cleo);
  expectStatus(await cleo.get(projects()), 200);
});

for (const { path } of inOrganization)
  test(`${path} refuses a blocked admin over REST and tRPC, and changes nothing`, async () => {
    const room = await createScenario(server, roles, "admin");
    const attempt: Attempt<unknown> = attempts[path];
    const input = await attempt(room);
    await server.db.client.execute({
      sql: "update organizations set two_factor_required_from = 1 where id = ?",
      args: [room.orgId],
    });
    await server.services.outbox.idle();
    const before = await snapshot(server.db);
    for (const face of FACES)
      expectKeptOut(await callOver(face, room.caller, path, input));
    expect(await snapshot(server.db)).toEqual(before);
  });

test("each call of a batch is refused", async () => {
  await found();
  await require();
  const open = await server.organization(ben);
  const calls = [org.slug, open.slug].map((slug) => ({
    path: "projects.list",
    input: { org: slug },
  }));
  const { body } = await ben.trpcBatch("query", calls);
  expect(body).toMatchObject([
    { error: { data: { reason: "SECOND_FACTOR_REQUIRED" } } },
    { result: { data: { items: [] } } },
  ]);
});
