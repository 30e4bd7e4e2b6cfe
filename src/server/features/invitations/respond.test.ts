import { beforeAll, beforeEach, describe, expect, test } from "bun:test";
import type { Actor, Answer } from "#testing/kit/actor";
import { addMember } from "#testing/kit/database";
import {
  expectStatus,
  type TestInvitation,
  type TestOrganization,
} from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";
import { problemOf } from "#testing/kit/problem";
import { comparable } from "#testing/matrix/procedures";

const server = serverSuite();
let ada: Actor;
let guest: Actor;
let org: TestOrganization;
let invitation: TestInvitation;
beforeAll(async () => {
  ada = await server.person("Ada");
  guest = await server.person("Gus");
});
beforeEach(async () => {
  org = await server.organization(ada);
  invitation = await server.invite(ada, org, guest.email, "member");
});

const path = (suffix = "") =>
  `/organizations/${org.slug}/invitations/${invitation.id}${suffix}`;
const accept = (actor: Actor, token = invitation.token) =>
  actor.post("/invitations/accept", { token });
const roleOf = async (actor: Actor) => {
  const answer = await actor.get(`/organizations/${org.slug}`);
  return answer.status === 200 ? String(answer.body.role) : undefined;
};
const run = (sql: string, ...args: string[]) =>
  server.db.client.execute({ sql, args });

/** Expects that the invitation token does not work and gives the same error as an unknown token. */
async function expectDead(token = invitation.token): Promise<void> {
  for (const use of ["preview", "accept", "decline"]) {
    const answer = await guest.post(`/invitations/${use}`, { token });
    const never = await guest.post(`/invitations/${use}`, { token: "never" });
    expect(problemOf(expectStatus(answer, 404)).reason).toBe(
      "INVITATION_INVALID",
    );
    expect(comparable(answer)).toEqual(comparable(never));
  }
  expect(await roleOf(guest)).toBeUndefined();
}

describe("accepting an invitation", () => {
  test("makes the user a member with the role of the invitation", async () => {
    const answer = expectStatus(await accept(guest), 200);
    expect(answer.body).toMatchObject({ userId: guest.id, role: "member" });
    expect(await roleOf(guest)).toBe("member");
  });

  test("again as the same member changes nothing", async () => {
    const first = expectStatus(await accept(guest), 200);
    expectStatus(
      await ada.put(`/organizations/${org.slug}/members/${guest.id}`, {
        role: "viewer",
      }),
      200,
    );
    const second = expectStatus(await accept(guest), 200);
    expect(second.body).toEqual({
      ...first.body,
      role: "viewer",
      roleName: "Viewer",
    });
    expect(await roleOf(guest)).toBe("viewer");
  });

  test("fails for another user, and for a member who has left", async () => {
    expectStatus(await accept(guest), 200);
    const other = await server.person();
    for (const actor of [other, ada]) {
      const answer = expectStatus(await accept(actor), 404);
      expect(problemOf(answer).reason).toBe("INVITATION_INVALID");
    }
    const membership = `/organizations/${org.slug}/members/${guest.id}`;
    expectStatus(await guest.delete(membership), 204);
    expectStatus(await accept(guest), 404);
    await expectDead();
  });

  test("fails with another account, and keeps the invitation", async () => {
    const other = await server.person();
    for (const use of ["accept", "decline"]) {
      const { token } = invitation;
      const answer = await other.post(`/invitations/${use}`, { token });
      expect(problemOf(expectStatus(answer, 403)).reason).toBe("WRONG_ACCOUNT");
    }
    expect(await roleOf(other)).toBeUndefined();
    expectStatus(await accept(guest), 200);
  });

  test("does not change the role of a member", async () => {
    await server.db.client.batch([addMember(org.id, guest.id, "viewer")]);
    const answer = expectStatus(await accept(guest), 200);
    expect(answer.body).toMatchObject({ role: "viewer" });
    expect(await roleOf(guest)).toBe("viewer");
  });

  test("needs a session", async () => {
    expectStatus(await accept(server.stranger()), 401);
    expectStatus(await accept(guest), 200);
  });
});

describe("a mailed link stops working", () => {
  test("when the invitation is revoked", async () => {
    expectStatus(await ada.delete(path()), 204);
    await expectDead();
    expectStatus(await ada.delete(path()), 404);
    expectStatus(await ada.post(path("/resend")), 404);
  });

  test("when the invitation is declined", async () => {
    const { token } = invitation;
    const answer = await guest.post("/invitations/decline", { token });
    expect(expectStatus(answer, 200).body).toMatchObject({
      status: "declined",
    });
    await expectDead();
  });

  test("when it expires, and the invitation can be resent", async () => {
    await run(
      "update invitations set expires_at = ? where id = ?",
      "1",
      invitation.id,
    );
    await expectDead();
    expectStatus(await ada.post(path("/resend")), 200);
    expectStatus(await accept(guest, await newest()), 200);
  });

  const losses: Record<string, (inviter: Actor) => Promise<Answer>> = {
    "became a member": (inviter) =>
      ada.put(`/organizations/${org.slug}/members/${inviter.id}`, {
        role: "member",
      }),
    "was removed": (inviter) =>
      ada.delete(`/organizations/${org.slug}/members/${inviter.id}`),
  };
  for (const [what, lose] of Object.entries(losses))
    test(`while its inviter cannot invite because they ${what}`, async () => {
      const ben = await server.join(ada, org, "admin", "Ben");
      expectStatus(await ada.delete(path()), 204);
      invitation = await server.invite(ben, org, guest.email, "member");
      expect((await lose(ben)).status).toBeLessThan(300);
      await expectDead();
      expectStatus(await ada.post(path("/resend")), 200);
      expectStatus(await accept(guest, await newest()), 200);
    });
});

describe("resending an invitation", () => {
  test("replaces the old link and adds a week", async () => {
    await run(
      "update invitations set expires_at = expires_at - 1000 where id = ?",
      invitation.id,
    );
    const before = (
      await guest.post("/invitations/preview", { token: invitation.token })
    ).body;
    expectStatus(await ada.post(path("/resend")), 200);
    await expectDead();
    const token = await newest();
    const { body } = expectStatus(
      await guest.post("/invitations/preview", { token }),
      200,
    );
    expect(body).toMatchObject({ role: "member", email: guest.email });
    expect(Date.parse(String(body.expiresAt))).toBeGreaterThan(
      Date.parse(String(before.expiresAt)),
    );
    expectStatus(await accept(guest, token), 200);
    expectStatus(await ada.post(path("/resend")), 404);
  });

  test("can change its role", async () => {
    expectStatus(await ada.post(path("/resend"), { role: "admin" }), 200);
    expectStatus(await accept(guest, await newest()), 200);
    expect(await roleOf(guest)).toBe("admin");
  });
});

async function newest(): Promise<string> {
  return server.mailedToken(guest.email, "invite");
}
