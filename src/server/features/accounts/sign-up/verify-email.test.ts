import { expect, test } from "bun:test";
import { Actor } from "#testing/kit/actor";
import { expectStatus } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";
import { problemOf } from "#testing/kit/problem";
import { comparable } from "#testing/matrix/procedures";
import { hashToken } from "#server/kernel/crypto";

const server = serverSuite();

let browsers = 0;

function browser(
  email = `browser-${++browsers}@example.com`,
  password?: string,
) {
  return new Actor(server, "Somebody", email, password);
}

/** Signs up in the actor's browser. Returns the mailed token. */
async function attempt(actor: Actor): Promise<string> {
  const { name, email, password } = actor;
  const answer = await actor.post("/auth/sign-up", { name, email, password });
  expectStatus(answer, 202);
  return server.mailedToken(email);
}

function verify(actor: Actor, token: string) {
  return actor.post("/auth/verify-email", { token });
}

async function users(email: string): Promise<number> {
  const { rows } = await server.db.client.execute({
    sql: "select count(*) from users where email = ?",
    args: [email],
  });
  return Number(rows[0]?.[0]);
}

test("the mailed link signs in the browser of the sign-up", async () => {
  const actor = browser();
  const answer = expectStatus(await verify(actor, await attempt(actor)), 200);
  expect(answer.body.user).toMatchObject({
    email: actor.email,
    name: "Somebody",
    emailVerified: true,
  });
  expectStatus(await actor.get("/auth/context"), 200);
});

test("a link opened in another browser verifies the address, without an account or a session", async () => {
  const actor = browser();
  const token = await attempt(actor);
  const other = actor.otherBrowser();
  const answer = expectStatus(await verify(other, token), 200);
  expect(answer.text).toBe('{"user":null}');
  expect(answer.headers.getSetCookie()).toHaveLength(1);
  expect(answer.headers.getSetCookie()[0]).toMatch(
    /^mailbox=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=86400$/,
  );
  expectStatus(await other.get("/auth/context"), 401);
  expect(await users(actor.email)).toBe(0);
});

test("the password of the opened sign-up creates the account in the browser that opened the link", async () => {
  const actor = browser();
  const token = await attempt(actor);
  const other = actor.otherBrowser();
  expectStatus(await verify(other, token), 200);
  for (const unproven of [actor, actor.otherBrowser()])
    expect(problemOf(expectStatus(await unproven.signIn(), 403)).reason).toBe(
      "EMAIL_NOT_VERIFIED",
    );
  expectStatus(await other.signIn("a wrong passphrase"), 401);
  const entered = expectStatus(await other.signIn(), 200);
  expect(entered.body.user).toMatchObject({
    email: actor.email,
    emailVerified: true,
  });
  expectStatus(await other.get("/auth/context"), 200);
  // After the account exists, the cookie of the opened link is cleared and the link is invalid.
  expect(other.cookie).not.toContain("mailbox=");
  expectStatus(await verify(browser(), token), 404);
  expectStatus(await actor.signIn(), 200);
});

test("a name and a password chosen in the browser that opened the link replace those of the sign-up", async () => {
  const mallory = browser(undefined, "mallory's own passphrase");
  const token = await attempt(mallory);
  const owner = browser(mallory.email, "the owner's own passphrase");
  const choice = { token, name: "Vera", password: owner.password };
  const choose = (actor: Actor) =>
    actor.post("/auth/verify-email/password", choice);
  expectStatus(await choose(owner), 404);
  expectStatus(await verify(owner, token), 200);
  // A browser that did not open the link can't choose a password, even if it sends the token.
  expectStatus(await choose(mallory), 404);
  expectStatus(await choose(browser()), 404);
  expect(await users(owner.email)).toBe(0);
  const { body } = expectStatus(await choose(owner), 200);
  expect(body.user).toMatchObject({ name: "Vera" });
  expectStatus(await owner.get("/auth/context"), 200);
  expectStatus(await owner.otherBrowser().signIn(), 200);
  expectStatus(await mallory.signIn(), 401);
  expectStatus(await choose(owner), 404);
});

test("a common password is refused after a verification", async () => {
  const token = await attempt(browser());
  const owner = browser();
  expectStatus(await verify(owner, token), 200);
  const choice = { token, name: "Vera", password: "password123" };
  const answer = await owner.post("/auth/verify-email/password", choice);
  expectStatus(answer, 400);
});

test("a browser with its own sign-up gets the account of that sign-up, whichever link is opened", async () => {
  const mallory = browser(undefined, "mallory's own passphrase");
  const strangers = await attempt(mallory);
  const owner = browser(mallory.email, "the owner's own passphrase");
  await attempt(owner);
  const answer = expectStatus(await verify(owner, strangers), 200);
  expect(answer.body.user).toMatchObject({ email: owner.email });
  expectStatus(await owner.otherBrowser().signIn(), 200);
  expectStatus(await mallory.signIn(), 401);
  expectStatus(await mallory.get("/auth/context"), 401);
});

test("a verification of one address does not count for another", async () => {
  const known = browser();
  const other = browser(undefined, known.password);
  await attempt(other);
  const visitor = browser();
  expectStatus(await verify(visitor, await attempt(known)), 200);
  const { email, password } = other;
  const answer = await visitor.post("/auth/sign-in", { email, password });
  expect(problemOf(expectStatus(answer, 403)).reason).toBe(
    "EMAIL_NOT_VERIFIED",
  );
});

test("a verification is valid for a day, even if the sign-up expires first", async () => {
  const actor = browser();
  const token = await attempt(actor);
  const other = actor.otherBrowser();
  expectStatus(await verify(other, token), 200);
  const expire = (table: string) =>
    server.db.client.execute({
      sql: `update ${table} set expires_at = ? where email = ?`,
      args: [Date.now() - 1, actor.email],
    });
  const again = actor.otherBrowser();
  expectStatus(await verify(again, token), 200);
  await expire("sign_ups");
  expectStatus(await verify(actor.otherBrowser(), token), 404);
  await server.db.client.execute({
    sql: "update email_verifications set expires_at = 1 where browser_hash = ?",
    args: [hashToken(/mailbox=([\w-]+)/.exec(again.cookie)?.[1] ?? "")],
  });
  expectStatus(await again.signIn(), 401);
  const choice = { token, name: "Vera", password: "another passphrase" };
  const late = await again.post("/auth/verify-email/password", choice);
  expectStatus(late, 404);
  expect(await users(actor.email)).toBe(0);
  expectStatus(await other.signIn(), 200);
});

test("opening a second link replaces the verification of the first", async () => {
  const first = browser();
  const second = browser();
  const visitor = browser();
  expectStatus(await verify(visitor, await attempt(first)), 200);
  const before = visitor.cookie;
  expectStatus(await verify(visitor, await attempt(second)), 200);
  expect(visitor.cookie).not.toBe(before);
  const { rows } = await server.db.client.execute({
    sql: "select 1 from email_verifications where email = ?",
    args: [first.email],
  });
  expect(rows).toEqual([]);
});

test("the mail names the time and the browser of the sign-up", async () => {
  const actor = browser();
  const { name, email, password } = actor;
  const headers = {
    "user-agent":
      "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",
  };
  const input = { name, email, password };
  expectStatus(await actor.post("/auth/sign-up", input, { headers }), 202);
  const [mail] = await server.mailsTo(email);
  expect(mail?.text).toContain("Browser: Firefox on Linux");
  expect(mail?.text).toMatch(/Time: \w+ \d+, \d{4} at \d+:\d\d [AP]M UTC/);
  // After a resend from another browser, the mail still names the browser of the sign-up.
  expectStatus(
    await server.stranger().post("/auth/verify-email/resend", { email }),
    202,
  );
  const [again] = await server.mailsTo(email);
  expect(again?.text).toContain("Browser: Firefox on Linux");
});

test("a resend from a browser without a sign-up renews those of all browsers", async () => {
  const first = browser();
  const second = browser(first.email, "the second passphrase");
  await attempt(first);
  await attempt(second);
  const { email } = first;
  const before = (await server.mailsTo(email)).length;
  const resend = (actor: Actor) =>
    actor.post("/auth/verify-email/resend", { email });
  expectStatus(await resend(server.stranger()), 202);
  const mails = await server.mailsTo(email);
  expect(mails).toHaveLength(before + 1);
  const linksIn = (text = "") =>
    [...text.matchAll(/\/verify#token=([\w-]+)/g)].map(([, token]) => token);
  const [newer = "", older = ""] = linksIn(mails[0]?.text);
  expect(linksIn(mails[0]?.text)).toHaveLength(2);
  expect(mails[0]?.text).toMatch(/Sign-up on \w+ \d+, \d{4} at .* UTC, Bun/);
  // A resend in a browser with a sign-up replaces only its own link. The link of the other browser stays valid.
  expectStatus(await resend(second), 202);
  const [own] = await server.mailsTo(email);
  expect(linksIn(own?.text)).toHaveLength(1);
  expectStatus(await verify(second, newer), 404);
  expectStatus(await verify(first, older), 200);
});

test("a resend renews the newest sign-ups, and the links of the others stay valid", async () => {
  const email = `flooded-${++browsers}@example.com`;
  const owner = browser(email);
  const oldest = await attempt(owner);
  for (let time = 0; time < 6; time++) await attempt(browser(email));
  const resend = { email };
  expectStatus(
    await server.stranger().post("/auth/verify-email/resend", resend),
    202,
  );
  const [mail] = await server.mailsTo(email);
  expect(mail?.text.match(/#token=/g)).toHaveLength(5);
  expectStatus(await verify(owner, oldest), 200);
});

test("a sign-up cookie of another user does not sign in", async () => {
  const actor = browser();
  const token = await attempt(actor);
  const other = browser();
  await attempt(other);
  expect((await verify(other, token)).text).toBe('{"user":null}');
});

test("used, unknown and expired links get the same response", async () => {
  const actor = browser();
  const used = await attempt(actor);
  expectStatus(await verify(actor, used), 200);
  const late = browser();
  const expired = await attempt(late);
  await server.db.client.execute({
    sql: "update sign_ups set expires_at = ? where email = ?",
    args: [Date.now() - 1, late.email],
  });
  const stranger = browser();
  const answers = [];
  for (const token of [used, expired, "unknown", "x".repeat(43)])
    answers.push(comparable(await verify(stranger, token)));
  expect(answers[0]?.status).toBe(404);
  expect(answers[0]?.text).toContain('"reason":"VERIFICATION_INVALID"');
  for (const answer of answers) expect(answer).toEqual(answers[0] ?? answer);
});

test("of two sign-ups the verified one sets the password, and the other link becomes invalid", async () => {
  const first = browser(undefined, "the first passphrase");
  const second = browser(first.email, "the second passphrase");
  const firstToken = await attempt(first);
  const secondToken = await attempt(second);
  expect(secondToken).not.toBe(firstToken);
  expectStatus(await verify(first, firstToken), 200);
  expectStatus(await verify(second, secondToken), 404);
  expectStatus(await second.signIn(), 401);
  expectStatus(await first.otherBrowser().signIn(), 200);
  const { rows } = await server.db.client.execute({
    sql: "select count(*) from sign_ups where email = ?",
    args: [first.email],
  });
  expect(Number(rows[0]?.[0])).toBe(0);
});

test("an attacker who signed up first can't access the account that the owner creates", async () => {
  const attacker = browser(undefined, "the attacker's passphrase");
  await attempt(attacker);
  const owner = browser(attacker.email, "the owner's own passphrase");
  expectStatus(await verify(owner, await attempt(owner)), 200);
  expectStatus(await attacker.signIn(), 401);
  expectStatus(await attacker.get("/auth/context"), 401);
});

test("a later sign-up of another browser does not take over the resent link", async () => {
  const owner = browser(undefined, "the owner's own passphrase");
  await attempt(owner);
  const attacker = browser(owner.email, "the attacker's passphrase");
  await attempt(attacker);
  const { email } = owner;
  expectStatus(await owner.post("/auth/verify-email/resend", { email }), 202);
  expect(problemOf(await owner.signIn()).reason).toBe("EMAIL_NOT_VERIFIED");
  const token = await server.mailedToken(email);
  expectStatus(await verify(owner, token), 200);
  expectStatus(await owner.get("/auth/context"), 200);
  expectStatus(await attacker.signIn(), 401);
});

test("a resent link replaces the older one; other addresses get the same response", async () => {
  const actor = browser();
  const before = await attempt(actor);
  const resend = (email: string) =>
    server.stranger().post("/auth/verify-email/resend", { email });
  const pending = await resend(actor.email);
  const after = await server.mailedToken(actor.email);
  expectStatus(await verify(actor, before), 404);
  expectStatus(await verify(actor, after), 200);
  const known = await resend(actor.email);
  const unknown = await resend("nobody@example.com");
  expect(comparable(known)).toEqual(comparable(pending));
  expect(comparable(unknown)).toEqual(comparable(pending));
  expect(await server.mailsTo("nobody@example.com")).toHaveLength(0);
});

test("a malformed sign-up cookie is not sent back", async () => {
  const { email, name, password } = browser();
  const answer = await server
    .stranger()
    .post(
      "/auth/sign-up",
      { email, name, password },
      { headers: { cookie: "signup=a%0d%0aset-cookie:%20sid=stolen" } },
    );
  expectStatus(answer, 202);
  expect(answer.headers.getSetCookie()).toHaveLength(1);
  expect(answer.headers.getSetCookie()[0]).toMatch(/^signup=[\w-]{43};/);
});

test("a resend does the same work for a pending, a known and an unknown address", async () => {
  const pending = browser();
  await attempt(pending);
  const known = await server.person();
  await attempt(new Actor(server, "Mallory", known.email));
  const settled = await server.person();
  const addresses = [
    pending.email,
    known.email,
    settled.email,
    `${crypto.randomUUID()}@example.com`,
  ];
  const queued = async () => {
    const { rows } = await server.db.client.execute(
      "select count(*) as count from outbox where subject like 'sign-up:%'",
    );
    return Number(rows[0]?.count);
  };
  for (const email of addresses) {
    const before = await queued();
    const answer = await server
      .stranger()
      .post("/auth/verify-email/resend", { email });
    expectStatus(answer, 202);
    expect(await queued()).toBe(before + 1);
  }
  const [newest] = await server.mailsTo(known.email);
  expect(newest?.text).not.toContain("#token=");
  expect(await server.mailsTo(settled.email)).toHaveLength(1);
});
