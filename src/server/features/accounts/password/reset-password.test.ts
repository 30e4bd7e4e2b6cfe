import { expect, test } from "bun:test";
import { Actor } from "#testing/kit/actor";
import { expectStatus, startServer } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";
import { problemOf } from "#testing/kit/problem";
import { comparable } from "#testing/matrix/procedures";

const server = serverSuite();

const HOUR = 60 * 60 * 1000;
const password = "another long passphrase";

function forgot(email: string) {
  return server.stranger().post("/auth/forgot-password", { email });
}

/** Requests a reset link. Returns the mailed token. */
async function tokenFor({ email }: Actor): Promise<string> {
  expectStatus(await forgot(email), 202);
  return server.mailedToken(email, "reset");
}

function reset(browser: Actor, token: string, chosen = password) {
  return browser.post("/auth/reset-password", { token, password: chosen });
}

function suspend({ id }: Actor) {
  return server.db.client.execute({
    sql: "update users set suspended_at = ? where id = ?",
    args: [Date.now(), id],
  });
}

async function rowsOf(table: "password_resets" | "outbox") {
  const { rows } = await server.db.client.execute(`select * from ${table}`);
  return rows;
}

async function expectInvalid(token: string): Promise<void> {
  const browser = server.stranger();
  const answer = expectStatus(await reset(browser, token), 404);
  expect(problemOf(answer).reason).toBe("VERIFICATION_INVALID");
  expect(answer.headers.getSetCookie()).toEqual([]);
}

test("a reset link sets a new password and signs the user in", async () => {
  const actor = await server.person("Ana");
  const browser = actor.otherBrowser();
  const token = await tokenFor(actor);
  expectStatus(await actor.otherBrowser().signIn(), 200);
  const answer = expectStatus(await reset(browser, token), 200);
  expect(answer.body.user).toMatchObject({
    id: actor.id,
    email: actor.email,
  });
  expectStatus(await browser.get("/auth/context"), 200);
  expectStatus(await actor.otherBrowser().signIn(), 401);
  expectStatus(await actor.otherBrowser().signIn(password), 200);
});

test("known, unknown and suspended addresses get the same response after the same work, and only the known one a mail", async () => {
  const known = await server.person();
  const suspended = await server.person();
  await suspend(suspended);
  const mailsBefore = await server.mailsTo(suspended.email);
  const emails = [known.email, "nobody@example.com", suspended.email];
  const seen: unknown[] = [];
  for (const email of emails) {
    const resets = (await rowsOf("password_resets")).length;
    const messages = (await rowsOf("outbox")).length;
    const answer = comparable(expectStatus(await forgot(email), 202));
    await server.services.outbox.idle();
    seen.push({
      answer,
      resets: (await rowsOf("password_resets")).length - resets,
      messages: (await rowsOf("outbox")).length - messages,
    });
  }
  expect(seen[0]).toMatchObject({ resets: 1, messages: 1 });
  for (const one of seen) expect(one).toEqual(seen[0]);
  const [mail] = await server.mailsTo(known.email);
  expect(mail?.subject).toBe("Reset your password");
  expect(await server.mailsTo("nobody@example.com")).toEqual([]);
  expect(await server.mailsTo(suspended.email)).toEqual(mailsBefore);
});

test("a reset link works once", async () => {
  const actor = await server.person();
  const token = await tokenFor(actor);
  expectStatus(await reset(actor.otherBrowser(), token), 200);
  await expectInvalid(token);
});

test("a newer reset link replaces the older one", async () => {
  const actor = await server.person();
  const before = await tokenFor(actor);
  const after = await tokenFor(actor);
  await expectInvalid(before);
  expectStatus(await reset(actor.otherBrowser(), after), 200);
});

test("a request leaves the reset links of other users valid", async () => {
  const [ana, ben] = [await server.person(), await server.person()];
  const token = await tokenFor(ana);
  await tokenFor(ben);
  expectStatus(await forgot("nobody@example.com"), 202);
  expectStatus(await reset(ana.otherBrowser(), token), 200);
  expectStatus(await ben.get("/auth/context"), 200);
});

test("an unknown token and the link of a suspended user get the same refusal", async () => {
  const actor = await server.person();
  const token = await tokenFor(actor);
  await suspend(actor);
  const answers = [
    await reset(server.stranger(), token),
    await reset(server.stranger(), "A".repeat(43)),
  ].map(comparable);
  expect(answers[0]?.status).toBe(404);
  expect(answers[0]).toEqual(answers[1] ?? answers[0]);
});

test("a password reset ends all sessions", async () => {
  const actor = await server.person();
  const other = actor.otherBrowser();
  expectStatus(await other.signIn(), 200);
  const { cookie } = actor;
  expectStatus(await reset(actor, await tokenFor(actor)), 200);
  expectStatus(await other.get("/auth/context"), 401);
  expect(actor.cookie).not.toBe(cookie);
  expectStatus(await actor.get("/auth/context"), 200);
  const replayOrRun = server
    .stranger()
    .get("/auth/context", { headers: { cookie } });
  expectStatus(await replayOrRun, 401);
});

test("a password reset notifies the owner without a token", async () => {
  const actor = await server.person();
  expectStatus(await reset(actor.otherBrowser(), await tokenFor(actor)), 200);
  const [mail] = await server.mailsTo(actor.email);
  expect(mail?.subject).toBe("Your password was changed");
  expect(mail?.text).toContain("/forgot");
  expect(mail?.text).not.toContain("token=");
});

test("a refused password leaves the link valid and changes nothing", async () => {
  const actor = await server.person();
  const token = await tokenFor(actor);
  for (const bad of ["short", "p".repeat(257), "password123"]) {
    const answer = expectStatus(await reset(actor, token, bad), 400);
    const [issue] = problemOf(answer).issues ?? [];
    expect(issue?.path).toBe("password");
  }
  expectStatus(await actor.get("/auth/context"), 200);
  expectStatus(await reset(actor, token), 200);
});

test("neither the token nor the password is stored in clear", async () => {
  const actor = await server.person();
  const token = await tokenFor(actor);
  const stored = JSON.stringify([
    await rowsOf("password_resets"),
    await rowsOf("outbox"),
  ]);
  expect(stored).not.toContain(token);
  const hash = new Bun.CryptoHasher("sha256").update(token).digest("base64url");
  expect(stored).toContain(hash);
});

test("over the mail limit the response is the same, and the newest link still works", async () => {
  const limited = await startServer({ RATE_LIMIT_FACTOR: "1" });
  try {
    const actor = await limited.person();
    const { email } = actor;
    const ask = () =>
      limited.stranger().post("/auth/forgot-password", { email });
    for (let time = 0; time < 5; time++) expectStatus(await ask(), 202);
    // The mails are one sign-up mail, which has a limit of its own, and three reset links.
    expect(await limited.mailsTo(email)).toHaveLength(1 + 3);
    const token = await limited.mailedToken(email, "reset");
    expectStatus(await reset(actor, token), 200);
  } finally {
    await limited.stop();
  }
});

test("a client can request twenty mails an hour, whatever the addresses", async () => {
  const factor = { RATE_LIMIT_FACTOR: "1", TRUSTED_PROXIES: "127.0.0.0/8,::1" };
  const limited = await startServer(factor);
  try {
    const client = { headers: { "x-forwarded-for": "10.0.0.1" } };
    const browser = new Actor(limited, "Nobody", "nobody@example.com");
    const ask = (address: number) =>
      browser.post(
        "/auth/forgot-password",
        { email: `nobody-${address}@example.com` },
        client,
      );
    for (let address = 0; address < 20; address++)
      expectStatus(await ask(address), 202);
    expectStatus(await ask(20), 429);
  } finally {
    await limited.stop();
  }
});

// This test runs last, because the server's clock can't go back.
test("a reset link expires after an hour", async () => {
  const [early, late] = [await server.person(), await server.person()];
  const tokens = [await tokenFor(early), await tokenFor(late)] as const;
  server.passTime(HOUR - 60_000);
  expectStatus(await reset(early.otherBrowser(), tokens[0]), 200);
  server.passTime(60_000);
  await expectInvalid(tokens[1]);
});
