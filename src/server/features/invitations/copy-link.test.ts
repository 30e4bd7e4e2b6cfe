import { beforeAll, beforeEach, describe, expect, test } from "bun:test";
import { grantsOf } from "#shared/permissions";
import type { Actor, Answer } from "#testing/kit/actor";
import { copiedToken } from "#testing/kit/people";
import {
  expectStatus,
  type TestInvitation,
  type TestOrganization,
} from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";
import { problemOf } from "#testing/kit/problem";

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

const home = () => `/organizations/${org.slug}`;
const path = (suffix = "") => `${home()}/invitations/${invitation.id}${suffix}`;
const copy = () => copiedToken(ada, org, invitation);
const preview = (token: string) =>
  server.stranger().post<"invitations.preview">("/invitations/preview", {
    token,
  });
const accept = (actor: Actor, token: string) =>
  actor.post("/invitations/accept", { token });
const run = (sql: string, ...args: string[]) =>
  server.db.client.execute({ sql, args });
const reasonOf = async (answer: Promise<Answer>) =>
  problemOf(await answer).reason;

/** Adds a member whose custom role has the viewer's permissions and may invite. */
async function recruiter(): Promise<Actor> {
  const made = await ada.post(`${home()}/roles`, {
    name: "Recruiter",
    basedOn: "viewer",
    permissions: [...grantsOf("viewer"), "invitation:create"],
  });
  const { id } = expectStatus(made, 201).body;
  return server.join(ada, org, String(id));
}

describe("a copied link", () => {
  test("lets the invited user in, and so does the mailed one", async () => {
    const copied = await copy();
    expectStatus(await preview(copied), 200);
    expectStatus(await preview(invitation.token), 200);
    expectStatus(await accept(guest, copied), 200);
    expectStatus(await preview(invitation.token), 404);
    expectStatus(await preview(copied), 404);
    expect((await ada.get(`${home()}/members/${guest.id}`)).body.role).toBe(
      "member",
    );
  });

  test("is stored as a hash only, and replaces the link that was copied before", async () => {
    const first = await copy();
    const second = await copy();
    expectStatus(await preview(first), 404);
    expectStatus(await preview(second), 200);
    const { rows } = await run(
      "select * from invitations where id = ?",
      invitation.id,
    );
    expect(JSON.stringify(rows)).not.toContain(second);
  });

  test("does not say whether the address has an account", async () => {
    const known = await preview(await copy());
    expect(expectStatus(known, 200).body).toMatchObject({
      provesAddress: false,
      accountExists: false,
    });
    const mailed = await preview(invitation.token);
    expect(expectStatus(mailed, 200).body).toMatchObject({
      provesAddress: true,
      accountExists: true,
    });
  });

  test("is refused to a user with another address", async () => {
    const other = await server.person();
    expect(await reasonOf(accept(other, await copy()))).toBe("WRONG_ACCOUNT");
  });

  test("does not verify the address of a user", async () => {
    const token = await copy();
    await run(
      "update users set email_verified_at = null where id = ?",
      guest.id,
    );
    for (const answer of ["accept", "decline"])
      expect(
        await reasonOf(guest.post(`/invitations/${answer}`, { token })),
      ).toBe("EMAIL_NOT_VERIFIED");
    expectStatus(await accept(guest, invitation.token), 200);
  });

  test("does not replace the verification mail of a new user", async () => {
    const email = `new@${org.slug}.test`;
    invitation = await server.invite(ada, org, email, "member");
    const token = await copy();
    const signUp = {
      name: "Nia",
      email,
      password: "a long enough passphrase",
      invitationToken: token,
    };
    const nia = server.stranger();
    expectStatus(await nia.post("/auth/sign-up", signUp), 202);
    expectStatus(await nia.get("/auth/context"), 401);
    const verification = await server.mailedToken(email, "verify");
    expectStatus(
      await nia.post("/auth/verify-email", { token: verification }),
      200,
    );
    expectStatus(await accept(nia, token), 200);
  });

  test("dies when the invitation is resent, revoked, or its inviter can no longer invite", async () => {
    const boss = await server.join(ada, org, "admin");
    const endings = [
      () => ada.post(path("/resend")),
      () => ada.delete(path()),
      () => ada.put(`${home()}/members/${boss.id}`, { role: "viewer" }),
    ];
    for (const end of endings) {
      const { email } = await server.person();
      invitation = await server.invite(boss, org, email, "member");
      const token = await copy();
      await end();
      expectStatus(await preview(token), 404);
    }
  });

  test("is recorded in the audit log without its token", async () => {
    const token = await copy();
    const log = await ada.get<"audit.list">(`${home()}/audit-log?limit=1`);
    const [event] = expectStatus(log, 200).body.items;
    expect(event).toMatchObject({
      action: "invitations.copyLink",
      actor: { id: ada.id },
    });
    expect(event?.changes[0]?.after).toMatchObject({ email: guest.email });
    expect(log.text).not.toContain(token);
    expect(log.text).not.toContain("Hash");
  });
});

describe("copying a link is refused", () => {
  test("to a member who may not invite", async () => {
    const member = await server.join(ada, org, "member");
    expect(await reasonOf(member.post(path("/link")))).toBe(
      "PERMISSION_DENIED",
    );
  });

  test("to a member who could not give the role", async () => {
    const rita = await recruiter();
    expect(await reasonOf(rita.post(path("/link")))).toBe("PERMISSION_DENIED");
    const { email } = await server.person();
    invitation = await server.invite(ada, org, email, "viewer");
    expectStatus(await rita.post(path("/link")), 201);
  });

  test("for an invitation that was answered or revoked, and for one of another organization", async () => {
    const other = await server.organization(ada);
    const foreign = `/organizations/${other.slug}/invitations/${invitation.id}/link`;
    expectStatus(await ada.post(foreign), 404);
    expectStatus(await ada.delete(path()), 204);
    expectStatus(await ada.post(path("/link")), 404);
  });

  test("for an expired or void invitation, until it is resent", async () => {
    await run(
      "update invitations set expires_at = 1 where id = ?",
      invitation.id,
    );
    expect(await reasonOf(ada.post(path("/link")))).toBe("RESEND_FIRST");
    expectStatus(await ada.post(path("/resend")), 200);
    expectStatus(await ada.post(path("/link")), 201);

    const boss = await server.join(ada, org, "admin");
    const { email } = await server.person();
    invitation = await server.invite(boss, org, email, "member");
    expectStatus(await ada.delete(`${home()}/members/${boss.id}`), 204);
    expect(await reasonOf(ada.post(path("/link")))).toBe("RESEND_FIRST");
  });
});
