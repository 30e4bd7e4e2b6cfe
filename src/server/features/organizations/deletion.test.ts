import { expect, test } from "bun:test";
import type { Actor } from "#testing/kit/actor";
import { expectStatus, type TestOrganization } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";
import { problemOf } from "#testing/kit/problem";
import { ageLastSignIn } from "#testing/kit/sessions";

const DAY = 24 * 60 * 60 * 1000;

const server = serverSuite();
let ada: Actor;
let ben: Actor;
let org: TestOrganization;

async function found() {
  ada = await server.person("Ada");
  org = await server.organization(ada);
  ben = await server.join(ada, org, "admin", "Ben");
}

const remove = (actor: Actor, confirm?: string) =>
  actor.delete(
    `/organizations/${org.slug}${confirm ? `?confirm=${confirm}` : ""}`,
  );
const restore = (actor: Actor) =>
  actor.post(`/organizations/${org.id}/restore`);
const deletedOf = async (actor: Actor) => {
  const path = "/organizations?deleted=true";
  const { body } = await actor.get<"organizations.list">(path);
  return body.items.map(({ id }) => id);
};

test("deleting an organization needs its slug and a recent authentication", async () => {
  await found();
  for (const confirm of [undefined, org.name, org.id]) {
    const { issues } = problemOf(expectStatus(await remove(ada, confirm), 400));
    expect(issues?.[0]?.path).toBe("confirm");
  }
  await ageLastSignIn(server, ada);
  const answer = expectStatus(await remove(ada, org.slug), 403);
  expect(problemOf(answer).reason).toBe("REAUTHENTICATION_REQUIRED");
  expectStatus(await ada.get(`/organizations/${org.slug}`), 200);
  const { password } = ada;
  expectStatus(await ada.post("/auth/reauthenticate", { password }), 204);
  expectStatus(await remove(ada, org.slug), 204);
});

test("a deleted organization is hidden from all members at once", async () => {
  await found();
  const project = { name: "Plan" };
  const projects = `/organizations/${org.id}/projects`;
  expectStatus(await ada.post(projects, project), 201);
  expectStatus(await remove(ada, org.slug), 204);
  for (const actor of [ada, ben]) {
    for (const answer of [
      await actor.get(`/organizations/${org.slug}`),
      await actor.get(projects),
      await actor.post(projects, project),
      await remove(actor, org.slug),
    ])
      expect(problemOf(expectStatus(answer, 404)).reason).toBe(
        "ORGANIZATION_NOT_FOUND",
      );
    const { body } = await actor.get("/organizations");
    expect(body.items).not.toContainEqual(
      expect.objectContaining({ id: org.id }),
    );
  }
});

test("invitations of a deleted organization do not work until it is restored", async () => {
  await found();
  const { token } = await server.invite(
    ada,
    org,
    "guest@example.com",
    "viewer",
  );
  const preview = () => ada.post("/invitations/preview", { token });
  expectStatus(await preview(), 200);
  expectStatus(await remove(ada, org.slug), 204);
  expect(problemOf(expectStatus(await preview(), 404)).reason).toBe(
    "INVITATION_INVALID",
  );
  expectStatus(await restore(ada), 200);
  expectStatus(await preview(), 200);
});

test("every admin can restore a deleted organization with all its data", async () => {
  await found();
  const projects = `/organizations/${org.slug}/projects`;
  expectStatus(await ada.post(projects, { name: "Plan" }), 201);
  expectStatus(await remove(ada, org.slug), 204);
  expect(await deletedOf(ben)).toEqual([org.id]);
  expect(expectStatus(await restore(ben), 200).body).toMatchObject({
    slug: org.slug,
    role: "admin",
  });
  expect(await deletedOf(ben)).toEqual([]);
  const { body } = expectStatus(await ada.get(projects), 200);
  expect(body.items).toHaveLength(1);
  expectStatus(await restore(ben), 404);
});

test("other users cannot restore a deleted organization, and do not learn that it existed", async () => {
  await found();
  const member = await server.join(ada, org, "member");
  const stranger = await server.person();
  expectStatus(await remove(ada, org.slug), 204);
  for (const actor of [member, stranger]) {
    expect(await deletedOf(actor)).toEqual([]);
    expectStatus(await restore(actor), 404);
  }
  expectStatus(await ada.get(`/organizations/${org.slug}`), 404);
});

test("an organization cannot be restored after 30 days, and its slug stays taken", async () => {
  await found();
  expectStatus(await remove(ada, org.slug), 204);
  await server.db.client.execute({
    sql: "update organizations set deleted_at = ? where id = ?",
    args: [Date.now() - 30 * DAY, org.id],
  });
  expect(await deletedOf(ada)).toEqual([]);
  expectStatus(await restore(ada), 404);
  const { slug } = org;
  expectStatus(await ben.post("/organizations", { name: "New", slug }), 409);
});
