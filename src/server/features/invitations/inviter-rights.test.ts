import { beforeAll, describe, expect, test } from "bun:test";
import type { Actor } from "#testing/kit/actor";
import { addServiceKey } from "#testing/kit/api-keys";
import { expectStatus } from "#testing/kit/server";
import { problemOf } from "#testing/kit/problem";
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

describe("an invitation that a service account sent", () => {
  /** Invites with the key of a service account, whose steward is the admin. */
  async function inviteByAccount(role: string) {
    const org = await server.organization(ana);
    const path = `/organizations/${org.slug}`;
    const created = await ana.post<"serviceAccounts.create">(
      `${path}/service-accounts`,
      { name: "Onboarding", role },
    );
    const account = expectStatus(created, 201).body.id;
    const program = await addServiceKey(server, org.id, account);
    const guest = await server.person();
    const invited = await program.post<"invitations.create">(
      `${path}/invitations`,
      { email: guest.email, role: "viewer" },
    );
    expect(expectStatus(invited, 201).body).toMatchObject({
      invitedBy: "Onboarding",
    });
    return {
      path,
      guest,
      program,
      account: `${path}/service-accounts/${account}`,
      token: await server.mailedToken(guest.email, "invite"),
    };
  }

  const accept = ({ guest, token }: { guest: Actor; token: string }) =>
    guest.post("/invitations/accept", { token });

  test("can be accepted, also when the steward may no longer invite", async () => {
    const sent = await inviteByAccount("admin");
    const { path } = sent;
    const boss = await server.join(
      ana,
      { id: "", name: "", slug: path.slice("/organizations/".length) },
      "admin",
    );
    const demoted = { role: "viewer" };
    expectStatus(await boss.put(`${path}/members/${ana.id}`, demoted), 200);
    expectStatus(await accept(sent), 200);
  });

  test("names the account to the invited user", async () => {
    const { guest, token } = await inviteByAccount("admin");
    const preview = await guest.post("/invitations/preview", { token });
    expect(preview.body).toMatchObject({ invitedBy: "Onboarding" });
    const received = await guest.get("/auth/invitations");
    expect(received.body.items).toMatchObject([{ invitedBy: "Onboarding" }]);
  });

  const endings: Record<string, (sent: Sent) => Promise<unknown>> = {
    "the account is suspended": ({ account }) =>
      ana.put(account, { suspended: true }),
    "the role of the account can no longer invite": ({ account }) =>
      ana.put(account, { role: "viewer" }),
    "the account is deleted": ({ account }) => ana.delete(account),
  };
  type Sent = Awaited<ReturnType<typeof inviteByAccount>>;

  for (const [title, end] of Object.entries(endings))
    test(`is void when ${title}`, async () => {
      const sent = await inviteByAccount("admin");
      await end(sent);
      const list = await ana.get<"invitations.list">(
        `${sent.path}/invitations?status=open`,
      );
      expect(list.body.items).toMatchObject([{ isVoid: true }]);
      expectStatus(await accept(sent), 404);
      const received =
        await sent.guest.get<"invitations.received">("/auth/invitations");
      expect(received.body.items).toEqual([]);
    });

  test("needs a steward", async () => {
    const org = await server.organization(ana);
    const path = `/organizations/${org.slug}`;
    const boss = await server.join(ana, org, "admin");
    const created = await boss.post<"serviceAccounts.create">(
      `${path}/service-accounts`,
      { name: "Onboarding", role: "admin" },
    );
    const { id } = expectStatus(created, 201).body;
    const program = await addServiceKey(server, org.id, id);
    expectStatus(await ana.delete(`${path}/members/${boss.id}`), 204);
    const input = { email: `new@${org.slug}.test`, role: "viewer" };
    const refused = await program.post(`${path}/invitations`, input);
    expectStatus(refused, 409);
    expect(problemOf(refused).reason).toBe("STEWARD_MISSING");
    const steward = { stewardId: ana.id };
    expectStatus(await ana.put(`${path}/service-accounts/${id}`, steward), 200);
    expectStatus(await program.post(`${path}/invitations`, input), 201);
  });
});
