import { beforeAll, expect, test } from "bun:test";
import type { Actor } from "#testing/kit/actor";
import { expectStatus, type TestOrganization } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";

const server = serverSuite();
let ana: Actor;
let ben: Actor;
let org: TestOrganization;
beforeAll(async () => {
  ana = await server.person("Ana");
  ben = await server.person("Ben");
  org = await server.organization(ana);
  const { token } = await server.invite(ana, org, ben.email, "viewer");
  expectStatus(await ben.post("/invitations/accept", { token }), 200);
});

const path = (rest = "") => `/organizations/${org.slug}/members${rest}`;

test("the list can be filtered by role", async () => {
  const { body } = await ben.get(path("?role=admin"));
  expect(body).toMatchObject({
    items: [{ userId: ana.id, role: "admin" }],
    nextCursor: null,
  });
});

test("a member is read by their user id", async () => {
  const { body } = await ben.get(path(`/${ana.id}`));
  expect(body).toMatchObject({ userId: ana.id, name: "Ana" });
});

test("a user who is not a member is not found", async () => {
  const stranger = await server.person("Cleo");
  expectStatus(await ana.get(path(`/${stranger.id}`)), 404);
});
