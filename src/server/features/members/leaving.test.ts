import { beforeAll, expect, test } from "bun:test";
import type { Actor } from "#testing/kit/actor";
import { expectStatus, type TestOrganization } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";
import { problemOf } from "#testing/kit/problem";
import { ageLastSignIn } from "#testing/kit/sessions";

const server = serverSuite();
let ada: Actor;
let org: TestOrganization;
beforeAll(async () => {
  ada = await server.person("Ada");
  org = await server.organization(ada);
});

const member = ({ id }: Actor) => `/organizations/${org.slug}/members/${id}`;
const names = async () => {
  const path = `/organizations/${org.slug}/members`;
  const { body } = await ada.get<"members.list">(path);
  return body.items.map(({ name }) => name);
};

test("a removed member loses access at the next request, and can be invited again", async () => {
  const ben = await server.join(ada, org, "member", "Ben");
  expectStatus(await ben.get(`/organizations/${org.slug}`), 200);
  expectStatus(await ada.delete(member(ben)), 204);
  expectStatus(await ben.get(`/organizations/${org.slug}`), 404);
  expect(await names()).not.toContain("Ben");
  const { token } = await server.invite(ada, org, ben.email, "viewer");
  expectStatus(await ben.post("/invitations/accept", { token }), 200);
  expect((await ben.get(`/organizations/${org.slug}`)).body).toMatchObject({
    role: "viewer",
  });
});

test("the projects of a removed member stay", async () => {
  const ben = await server.join(ada, org, "member", "Ben");
  const projects = `/organizations/${org.slug}/projects`;
  const { body } = expectStatus(
    await ben.post(projects, { name: "Left" }),
    201,
  );
  expectStatus(await ben.delete(member(ben)), 204);
  expect((await ada.get(`${projects}/${body.id}`)).body).toMatchObject({
    createdBy: ben.id,
  });
});

test("only removing an admin needs a recent authentication", async () => {
  const ben = await server.join(ada, org, "admin", "Ben");
  const cleo = await server.join(ada, org, "viewer", "Cleo");
  await ageLastSignIn(server, ada);
  const refused = expectStatus(await ada.delete(member(ben)), 403);
  expect(problemOf(refused).reason).toBe("REAUTHENTICATION_REQUIRED");
  expect(await names()).toContain("Ben");
  expectStatus(await ada.delete(member(cleo)), 204);
  const { password } = ada;
  expectStatus(await ada.post("/auth/reauthenticate", { password }), 204);
  expectStatus(await ada.delete(member(ben)), 204);
});

test("demoting an admin needs a recent authentication", async () => {
  const ana = await server.person("Ana");
  const other = await server.organization(ana);
  const path = ({ id }: Actor) => `/organizations/${other.slug}/members/${id}`;
  const ben = await server.join(ana, other, "admin", "Ben");
  const cleo = await server.join(ana, other, "viewer", "Cleo");
  await ageLastSignIn(server, ana);
  const refused = await ana.put(path(ben), { role: "viewer" });
  expect(problemOf(expectStatus(refused, 403)).reason).toBe(
    "REAUTHENTICATION_REQUIRED",
  );
  expect((await ana.get(path(ben))).body).toMatchObject({ role: "admin" });
  // A recent authentication is not needed to change the role of a member who is not an admin, or to give up one's own
  // admin role.
  expectStatus(await ana.put(path(cleo), { role: "member" }), 200);
  expectStatus(await ana.put(path(ana), { role: "member" }), 200);
});

test("an admin can leave without a recent authentication, but not as the last admin", async () => {
  const ben = await server.join(ada, org, "admin", "Ben");
  await ageLastSignIn(server, ben);
  expectStatus(await ben.delete(member(ben)), 204);
  for (const answer of [
    await ada.delete(member(ada)),
    await ada.put(member(ada), { role: "member" }),
  ])
    expect(problemOf(expectStatus(answer, 409)).reason).toBe("LAST_ADMIN");
  expect((await ada.get(`/organizations/${org.slug}`)).body).toMatchObject({
    role: "admin",
  });
});

test("a suspended admin does not count as an admin", async () => {
  const ben = await server.join(ada, org, "admin", "Ben");
  const suspend = (at: number | null) =>
    server.db.client.execute({
      sql: "update users set suspended_at = ? where id = ?",
      args: [at, ben.id],
    });
  await suspend(Date.now());
  expectStatus(await ben.get(`/organizations/${org.slug}`), 401);
  const answer = expectStatus(await ada.delete(member(ada)), 409);
  expect(problemOf(answer).reason).toBe("LAST_ADMIN");
  await suspend(null);
  expectStatus(await ada.put(member(ben), { role: "viewer" }), 200);
});

test("an unknown role is refused", async () => {
  const ben = await server.join(ada, org, "viewer", "Ben");
  for (const role of ["owner", "", "ADMIN", "constructor", "__proto__"])
    expectStatus(await ada.put(member(ben), { role }), 400);
  expectStatus(await ada.put(member(ben), { role: "viewer" }), 200);
});
