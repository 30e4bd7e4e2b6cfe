import { beforeAll, beforeEach, describe, expect, test } from "bun:test";
import type { Actor } from "#testing/kit/actor";
import { invitationIn } from "#testing/kit/people";
import { expectStatus, type TestOrganization } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";
import { problemOf } from "#testing/kit/problem";

const server = serverSuite();
let ada: Actor;
let guest: Actor;
let org: TestOrganization;
beforeAll(async () => {
  ada = await server.person("Ada");
});
beforeEach(async () => {
  org = await server.organization(ada);
  guest = await server.person();
});

const home = () => `/organizations/${org.slug}`;
const buyTeam = () =>
  ada.post(`${home()}/subscription/trial`, { plan: "team" });

async function invite(message: string, status = 201) {
  const input = { email: guest.email, role: "member", message };
  const path = `${home()}/invitations`;
  const answer = await ada.post<"invitations.create">(path, input);
  return expectStatus(answer, status);
}

/** Returns the mails of the invitation, newest first. */
async function mails() {
  await server.services.outbox.idle();
  const all = await server.mailsTo(guest.email);
  return all.filter(({ text }) => text.includes("/invite#token="));
}

async function shown() {
  const token = await server.mailedToken(guest.email, "invite");
  const preview = { token };
  const answer = await guest.post<"invitations.preview">(
    "/invitations/preview",
    preview,
  );
  return expectStatus(answer, 200).body.message;
}

test("the free plan has no personal message, and an empty message is none", async () => {
  const refused = await invite("Welcome!", 402);
  expect(problemOf(refused).reason).toBe("FEATURE_NOT_IN_PLAN");
  expect(await mails()).toEqual([]);
  await invite(" \u200B ");
  expect(await shown()).toBeNull();
  expect((await mails())[0]?.text).not.toContain("Message from");
});

describe("on a paid plan", () => {
  beforeEach(async () => {
    expectStatus(await buyTeam(), 200);
  });

  test("the mail and the page of the invitation show the message", async () => {
    await invite("Hi Gus,\nwe start on <b>Monday</b>. & you?");
    const [sent] = await mails();
    expect(sent?.text).toContain(
      "Message from Ada:\n> Hi Gus,\n> we start on <b>Monday</b>. & you?",
    );
    expect(sent?.html).toContain(
      "Hi Gus,<br>we start on &lt;b&gt;Monday&lt;/b&gt;. &amp; you?",
    );
    expect(await shown()).toBe("Hi Gus,\nwe start on <b>Monday</b>. & you?");
    const received =
      await guest.get<"invitations.received">("/auth/invitations");
    expect(received.body.items).toMatchObject([
      { message: "Hi Gus,\nwe start on <b>Monday</b>. & you?" },
    ]);
  });

  test("the mail is German for a German recipient", async () => {
    await server.db.client.execute({
      sql: "update users set language = 'de' where id = ?",
      args: [guest.id],
    });
    await invite("Willkommen!");
    expect((await mails())[0]?.text).toContain(
      "Nachricht von Ada:\n> Willkommen!",
    );
  });

  test("links, host names and addresses are removed", async () => {
    await invite("Log in at https://evil.example or mail ada@evil.example now");
    expect(await shown()).toBe("Log in at or mail now");
    const [sent] = await mails();
    expect(`${sent?.text}${sent?.html}`).not.toContain("evil");
  });

  test("a message of more than 300 characters is refused", async () => {
    await invite("a".repeat(301), 400);
    await invite("a".repeat(300));
  });

  test("the audit log and the lists contain only that there is a message", async () => {
    const { id } = invitationIn(await invite("A word of welcome"));
    expectStatus(await ada.post(`${home()}/invitations/${id}/resend`), 200);
    const log = await ada.get<"audit.list">(`${home()}/audit-log`);
    const list = await ada.get(`${home()}/invitations`);
    expect(log.text + list.text).not.toContain("welcome");
    const sent = log.body.items.find(
      ({ action }) => action === "invitations.create",
    );
    expect(sent?.changes[0]?.after).toMatchObject({ privateMessage: true });
    const { rows } = await server.db.client.execute(
      "select changes from audit_log",
    );
    expect(JSON.stringify(rows)).not.toContain("A word of welcome");
  });

  test("the message stays if its author resends the invitation, and goes if another member does", async () => {
    const boss = await server.join(ada, org, "admin");
    const { id } = invitationIn(await invite("A word of welcome"));
    const resend = `${home()}/invitations/${id}/resend`;
    expectStatus(await ada.post(resend), 200);
    expect((await mails())[0]?.text).toContain("A word of welcome");
    expectStatus(await boss.post(resend), 200);
    const [fromBoss] = await mails();
    expect(fromBoss?.text).toContain(boss.name);
    expect(fromBoss?.text).not.toContain("welcome");
  });
});
