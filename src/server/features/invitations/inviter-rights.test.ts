import { beforeAll, expect, test } from "bun:test";
import type { Actor } from "#testing/kit/actor";
import { expectStatus } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";

const server = serverSuite();
let ana: Actor;
beforeAll(async () => {
  ana = await server.person("Ana");
});

test("an invitation is void when its inviter can no longer invite, until it is resent", async () => {
  const org = await server.organization(ana);
  const path = `/organizations/${org.slug}`;
  const ben = await server.join(ana, org, "admin");
  const guest = { email: `guest@${org.slug}.test`, role: "member" };
  const sent = expectStatus(await ben.post(`${path}/invitations`, guest), 201);
  const list = async () =>
    expectStatus(await ana.get(`${path}/invitations?status=open`), 200).body
      .items;
  expect(await list()).toMatchObject([{ email: guest.email, isVoid: false }]);

  const demoted = { role: "member" };
  expectStatus(await ana.put(`${path}/members/${ben.id}`, demoted), 200);
  expect(await list()).toMatchObject([{ status: "pending", isVoid: true }]);

  const again = `${path}/invitations/${String(sent.body.id)}/resend`;
  expectStatus(await ana.post(again, {}), 200);
  expect(await list()).toMatchObject([{ status: "pending", isVoid: false }]);

  expectStatus(await ana.delete(`${path}/members/${ben.id}`), 204);
  expect(await list()).toMatchObject([{ isVoid: false }]);
});
