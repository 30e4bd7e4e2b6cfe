import { beforeAll, expect, test } from "bun:test";
import type { Actor } from "#testing/kit/actor";
import { expectStatus, type TestOrganization } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";

const server = serverSuite();
let ada: Actor;
let org: TestOrganization;
beforeAll(async () => {
  ada = await server.person("Ada");
  org = await server.organization(ada);
});

async function read({ id }: Pick<Actor, "id">, by = ada) {
  const path = `/organizations/${org.slug}/people/${id}`;
  return expectStatus(await by.get<"people.get">(path), 200).body;
}

test("the founder joined by creating the organization", async () => {
  expect(await read(ada)).toMatchObject({
    kind: "member",
    id: ada.id,
    role: "admin",
    joinedBy: "creation",
    invitedBy: null,
  });
});

test("a member who was invited shows who invited them, after the inviter has left too", async () => {
  const eve = await server.join(ada, org, "admin", "Eve");
  const ben = await server.join(eve, org, "member", "Ben");
  const invited = {
    joinedBy: "invitation",
    invitedBy: { userId: eve.id, name: "Eve" },
  };
  expect(await read(ben)).toMatchObject(invited);
  const path = `/organizations/${org.slug}/members/${eve.id}`;
  expectStatus(await eve.delete(path), 204);
  expect(await read(ben)).toMatchObject(invited);
});

test("a member who joined by a link shows it", async () => {
  const links = `/organizations/${org.slug}/invitation-links`;
  const { url } = expectStatus(
    await ada.post<"links.create">(links, { role: "viewer" }),
    201,
  ).body;
  const lee = await server.person("Lee");
  const token = new URL(url).hash.replace("#token=", "");
  expectStatus(await lee.post("/invitation-links/join", { token }), 200);
  expect(await read(lee)).toMatchObject({ joinedBy: "link", invitedBy: null });
});

test("a member who came back by a link was not invited this time", async () => {
  const kim = await server.join(ada, org, "member", "Kim");
  const path = `/organizations/${org.slug}/members/${kim.id}`;
  expectStatus(await kim.delete(path), 204);
  const links = `/organizations/${org.slug}/invitation-links`;
  const { url } = expectStatus(
    await ada.post<"links.create">(links, { role: "viewer" }),
    201,
  ).body;
  const token = new URL(url).hash.replace("#token=", "");
  expectStatus(await kim.post("/invitation-links/join", { token }), 200);
  expect(await read(kim)).toMatchObject({ joinedBy: "link", invitedBy: null });
});

test("an invitation of an earlier membership does not count", async () => {
  const kim = await server.join(ada, org, "member", "Kim");
  const path = `/organizations/${org.slug}/members/${kim.id}`;
  expectStatus(await kim.delete(path), 204);
  await server.db.client.execute({
    sql: "insert into memberships (org_id, id, user_id, role, joined_at) values (?, ?, ?, 'viewer', ?)",
    args: [org.id, "mem_again", kim.id, Date.now() + 30 * 24 * 60 * 60 * 1000],
  });
  expect(await read(kim)).toMatchObject({ joinedBy: null, invitedBy: null });
});

test("how a member joined is not known after the log has forgotten it", async () => {
  const lee = await server.person("Lee");
  await server.db.client.execute({
    sql: "insert into memberships (org_id, id, user_id, role, joined_at) values (?, 'mem_old', ?, 'viewer', 1)",
    args: [org.id, lee.id],
  });
  expect(await read(lee)).toMatchObject({ joinedBy: null, invitedBy: null });
});

test("a user who is not a member is not found", async () => {
  const stranger = await server.person("Stranger");
  const path = `/organizations/${org.slug}/people/${stranger.id}`;
  expectStatus(await ada.get(path), 404);
  expectStatus(await stranger.get(path), 404);
});

test("a viewer does not see when a member was active", async () => {
  const vic = await server.join(ada, org, "viewer", "Vic");
  expect(await read(ada, vic)).toMatchObject({
    lastActiveAt: null,
    hasTwoFactor: null,
    projects: 0,
  });
});
