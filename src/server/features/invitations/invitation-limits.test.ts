import { beforeEach, describe, expect, test } from "bun:test";
import type { Actor } from "#testing/kit/actor";
import { KEY_SCOPES } from "#shared/permissions";
import { createServiceAccount, issueServiceKey } from "#testing/kit/api-keys";
import { invitationsIn } from "#testing/kit/people";
import { expectStatus, type TestOrganization } from "#testing/kit/server";
import { serverOfEachTest } from "#testing/kit/suite";
import { problemOf } from "#testing/kit/problem";
import type { Invited } from "./schemas";

const DAY_MS = 24 * 60 * 60 * 1000;
const server = serverOfEachTest({
  RATE_LIMIT_FACTOR: "1",
  TRUSTED_PROXIES: "127.0.0.1,::1",
});
let ada: Actor;
let org: TestOrganization;
beforeEach(async () => {
  ada = await server.person("Ada");
  org = await server.organization(ada);
});

const pathOf = ({ slug }: TestOrganization) =>
  `/organizations/${slug}/invitations`;

function invite(actor: Actor, into: TestOrganization, email: string) {
  return actor.post(pathOf(into), { email, role: "viewer" });
}

async function inviteMany(
  actor: Actor,
  into: TestOrganization,
  emails: string[],
) {
  const input = { emails, role: "viewer" };
  const answer = expectStatus(
    await actor.post<"invitations.create">(pathOf(into), input),
    200,
  );
  return invitationsIn(answer);
}

async function isSent(actor: Actor, into: TestOrganization, email: string) {
  const { body } = expectStatus(
    await actor.get<"invitations.list">(pathOf(into)),
    200,
  );
  return body.items.find((item) => item.email === email)?.isSent;
}

const strangers = (count: number, name = "stranger") =>
  Array.from({ length: count }, (_, index) => `${name}-${index}@example.org`);

describe("an organization can send three invitations an hour to an email address", () => {
  const email = "victim@example.com";

  test("whether it resends one, or revokes it and invites again", async () => {
    const { id } = expectStatus(await invite(ada, org, email), 201).body;
    const one = `${pathOf(org)}/${String(id)}`;
    expectStatus(await ada.post(`${one}/resend`), 200);
    expectStatus(await ada.post(`${one}/resend`), 200);
    const refused = expectStatus(await ada.post(`${one}/resend`), 429);
    expect(refused.headers.get("retry-after")).toBe("3600");
    expectStatus(await ada.delete(one), 204);
    expectStatus(await invite(ada, org, email), 429);
    const { sent, skipped } = await inviteMany(ada, org, [
      email,
      "b@x.example",
    ]);
    expect(sent.map((each) => each.email)).toEqual(["b@x.example"]);
    expect(skipped).toEqual([{ email, reason: "RATE_LIMITED" }]);
    expect(await server.mailsTo(email)).toHaveLength(3);
  });

  test("while another organization still can", async () => {
    const { id } = expectStatus(await invite(ada, org, email), 201).body;
    for (let time = 0; time < 3; time++)
      await ada.post(`${pathOf(org)}/${String(id)}/resend`);
    const other = await server.organization(ada);
    expectStatus(await invite(ada, other, email), 201);
    expect(await server.mailsTo(email)).toHaveLength(4);
  });

  test("and an invitation that is not stored does not count", async () => {
    const answers = await server.race([
      () => invite(ada, org, email),
      () => invite(ada, org, email),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    const { body } = expectStatus(
      await ada.get<"invitations.list">(pathOf(org)),
      200,
    );
    const [stored] = body.items;
    const resend = () => ada.post(`${pathOf(org)}/${stored?.id}/resend`);
    expectStatus(await resend(), 200);
    expectStatus(await resend(), 200);
    expectStatus(await resend(), 429);
  });
});

describe("an email address receives twenty invitations a day from all organizations", () => {
  let owner: Actor;
  let email: string;
  let late: TestOrganization;
  const invitationsMailed = async () => {
    const mails = await server.mailsTo(email);
    return mails.filter(({ subject }) => subject.includes("invited you"));
  };

  beforeEach(async () => {
    owner = await server.person("Popular");
    email = owner.email;
    for (const name of ["Ben", "Cleo"]) {
      const inviter = await server.person(name);
      for (let count = 0; count < 10; count++) {
        const club = await server.organization(inviter);
        expectStatus(await invite(inviter, club, email), 201);
      }
    }
    late = await server.organization(ada);
  });

  test("the next one is listed as not sent until it can be resent", async () => {
    const answer = expectStatus(await invite(ada, late, email), 201);
    expect(answer.body).toMatchObject({ email, isSent: false });
    expect(await isSent(ada, late, email)).toBe(false);
    expect(await invitationsMailed()).toHaveLength(20);
    const resend = async () => {
      const path = `${pathOf(late)}/${String(answer.body.id)}/resend`;
      return expectStatus(await ada.post(path), 200).body.isSent;
    };
    expect(await resend()).toBe(false);
    expect(await invitationsMailed()).toHaveLength(20);

    await server.services.deps.limits.giveBack("invitationPerAddress", email);
    expect(await resend()).toBe(true);
    expect(await isSent(ada, late, email)).toBe(true);
    const mails = await invitationsMailed();
    expect(mails[0]?.subject).toBe(`Ada invited you to ${late.name}`);
    expect(mails).toHaveLength(21);
  });

  test("the owner still receives password links and notices", async () => {
    expectStatus(await owner.post("/auth/forgot-password", { email }), 202);
    const [newest] = await server.mailsTo(email);
    expect(newest?.subject).toBe("Reset your password");
  });
});

describe("the invitations of a user in all organizations are limited to", () => {
  test("25 a day in the first 7 days of the account, also with concurrent requests", async () => {
    const other = await server.organization(ada);
    const answers = await Promise.all(
      strangers(30).map((email, index) =>
        invite(ada, index % 2 ? org : other, email),
      ),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(25);
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(5);
    for (const answer of refused) {
      expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
      expect(problemOf(answer).params).toEqual({
        limit: "invitationsOfNewAccount",
        perDay: 25,
        days: 7,
      });
    }
  });

  test("a day, and a list over the limit sends nothing and does not count", async () => {
    const list = { emails: strangers(26), role: "viewer" };
    expectStatus(await ada.post(pathOf(org), list), 429);
    expect(await server.mailsTo("stranger-0@example.org")).toEqual([]);
    const other = await server.organization(ada);
    expect((await inviteMany(ada, org, strangers(13))).sent).toHaveLength(13);
    expect((await inviteMany(ada, other, strangers(12))).sent).toHaveLength(12);
    expectStatus(await invite(ada, org, "one-more@example.org"), 429);
  });

  test("100 a day after that, and a resent invitation counts", async () => {
    await server.db.client.execute({
      sql: "update users set created_at = ? where id = ?",
      args: [Date.now() - 7 * DAY_MS, ada.id],
    });
    let sent: Invited["sent"] = [];
    for (const name of ["a", "b", "c", "d"]) {
      org = await server.organization(ada);
      ({ sent } = await inviteMany(ada, org, strangers(24, name)));
      expect(sent).toHaveLength(24);
    }
    const resend = (index: number) =>
      ada.post(`${pathOf(org)}/${String(sent[index]?.id)}/resend`);
    for (let index = 0; index < 4; index++)
      expectStatus(await resend(index), 200);
    const refused = expectStatus(await resend(4), 429);
    expect(problemOf(refused).params).toEqual({
      limit: "invitationsOfAccount",
      perDay: 100,
    });
  });
});

test("a service account does not use the limit of a member who was made its steward", async () => {
  const eve = await server.person("Eve");
  const trap = await server.organization(eve);
  const { token } = await server.invite(eve, trap, ada.email, "viewer");
  expectStatus(await ada.post("/invitations/accept", { token }), 200);
  const account = await createServiceAccount(eve, trap, {
    role: "admin",
    stewardId: ada.id,
  });
  const program = await issueServiceKey(server, eve, trap, account, {
    scopes: KEY_SCOPES,
  });
  await inviteMany(program, trap, strangers(20, "program"));
  await inviteMany(ada, org, strangers(20, "ada"));
  expectStatus(await invite(program, trap, "last@example.org"), 201);
});

test("service accounts share the limit of the member who created their keys", async () => {
  await server.db.client.execute({
    sql: "update organizations set seats = null where id = ?",
    args: [org.id],
  });
  const programs = [];
  for (const name of ["One", "Two"])
    programs.push(
      await issueServiceKey(
        server,
        ada,
        org,
        await createServiceAccount(ada, org, { name, role: "admin" }),
        { scopes: KEY_SCOPES },
      ),
    );
  const [one, two] = programs;
  if (!one || !two) throw new Error("There are two programs.");
  await inviteMany(one, org, strangers(13, "one"));
  await inviteMany(two, org, strangers(12, "two"));
  for (const inviter of [one, two, ada])
    expectStatus(await invite(inviter, org, "last@example.org"), 429);
});
