import { beforeAll, expect, test } from "bun:test";
import type { Actor } from "#testing/kit/actor";
import { expectStatus, type TestOrganization } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";

const server = serverSuite();
let admin: Actor;
let org: TestOrganization;
beforeAll(async () => {
  admin = await server.person("Admin");
  org = await server.organization(admin);
});

async function received(person: Actor) {
  const { body } = expectStatus(
    await person.get<"invitations.received">("/auth/invitations"),
    200,
  );
  return body.items;
}

test("the list shows only the name and logo of an organization", async () => {
  const guest = await server.person();
  await server.invite(admin, org, guest.email, "viewer");
  const [invitation] = await received(guest);
  expect(invitation?.organization).toEqual({ name: org.name, logoUrl: null });
});

test("accepting from the list returns the organization", async () => {
  const guest = await server.person();
  const { id } = await server.invite(admin, org, guest.email, "member");
  const answer = await guest.post(`/auth/invitations/${id}/accept`);
  expect(expectStatus(answer, 200).body).toMatchObject({
    role: "member",
    organization: { id: org.id, slug: org.slug, name: org.name },
  });
});

test("declining from the list removes the invitation, and its link stops working", async () => {
  const guest = await server.person();
  const { id, token } = await server.invite(admin, org, guest.email, "member");
  const answer = await guest.post(`/auth/invitations/${id}/decline`);
  expect(expectStatus(answer, 200).body).toMatchObject({
    status: "declined",
  });
  expect(await received(guest)).toEqual([]);
  expectStatus(await guest.post("/invitations/accept", { token }), 404);
  expectStatus(await guest.get(`/organizations/${org.slug}`), 404);
});

test("many revoked invitations do not hide a pending one", async () => {
  const guest = await server.person();
  const { id } = await server.invite(admin, org, guest.email, "member");
  const other = await server.organization(admin);
  await server.invite(admin, other, guest.email, "member");
  // Add revoked copies, as if the invitation had been revoked and sent again more than a hundred times.
  await server.db.client.execute({
    sql: `with recursive n(i) as (select 1 union all select i + 1 from n where i < 120)
      insert into invitations (org_id, id, email, role, status, token_hash, invited_by, expires_at, created_at)
      select org_id, id || i, email, role, 'revoked', token_hash || i, invited_by, expires_at, created_at
      from invitations, n where org_id = ? and email = ?`,
    args: [other.id, guest.email],
  });
  const open = await received(guest);
  expect(open).toHaveLength(2);
  expect(open.map((invitation) => invitation.id)).toContain(id);
});

test("a user cannot decline an invitation of another email address", async () => {
  const guest = await server.person();
  const other = await server.person();
  const { id } = await server.invite(admin, org, guest.email, "member");
  expectStatus(await other.post(`/auth/invitations/${id}/decline`), 404);
  expect(await received(guest)).toHaveLength(1);
});
