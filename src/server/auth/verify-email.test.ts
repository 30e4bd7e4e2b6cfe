import { afterAll, beforeAll, expect, test } from "bun:test";
import { Actor } from "../../testing/actor";
import { expectStatus, startServer, type TestServer } from "../../testing/kit";
import { problemOf } from "../../testing/problem";
import { comparable } from "../../testing/procedures";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

let browsers = 0;

function browser(
  email = `browser-${++browsers}@example.com`,
  password?: string,
) {
  return new Actor(server, "Somebody", email, password);
}

/** Signs up in this browser, and gives the token that was mailed. */
async function attempt(actor: Actor): Promise<string> {
  const { name, email, password } = actor;
  const answer = await actor.post("/auth/sign-up", { name, email, password });
  expectStatus(answer, 202);
  return server.mailedToken(email);
}

function verify(actor: Actor, token: string) {
  return actor.post("/auth/verify-email", { token });
}

test("the browser that signed up is signed in by the mailed link", async () => {
  const actor = browser();
  const answer = expectStatus(await verify(actor, await attempt(actor)), 200);
  expect(answer.body.user as unknown).toMatchObject({
    email: actor.email,
    name: "Somebody",
    emailVerified: true,
  });
  expectStatus(await actor.get("/auth/context"), 200);
});

test("another browser confirms the address and is not signed in", async () => {
  const actor = browser();
  const token = await attempt(actor);
  const other = actor.elsewhere();
  const answer = expectStatus(await verify(other, token), 200);
  expect(answer.text).toBe('{"user":null}');
  expect(answer.headers.getSetCookie()).toEqual([]);
  expectStatus(await other.get("/auth/context"), 401);
  expectStatus(await other.signIn(), 200);
});

test("a browser with somebody else's sign-up cookie is not signed in", async () => {
  const actor = browser();
  const token = await attempt(actor);
  const other = browser();
  await attempt(other);
  expect((await verify(other, token)).text).toBe('{"user":null}');
});

test("used, unknown and expired links look the same", async () => {
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

test("of two attempts the confirmed one decides the password, and the other link dies", async () => {
  const first = browser(undefined, "the first passphrase");
  const second = browser(first.email, "the second passphrase");
  const firstToken = await attempt(first);
  const secondToken = await attempt(second);
  expect(secondToken).not.toBe(firstToken);
  expectStatus(await verify(first, firstToken), 200);
  expectStatus(await verify(second, secondToken), 404);
  expectStatus(await second.signIn(), 401);
  expectStatus(await first.elsewhere().signIn(), 200);
  const { rows } = await server.db.client.execute({
    sql: "select count(*) from sign_ups where email = ?",
    args: [first.email],
  });
  expect(Number(rows[0]?.[0])).toBe(0);
});

test("whoever registered an address first has no way into the account its owner makes", async () => {
  const attacker = browser(undefined, "the attacker's passphrase");
  await attempt(attacker);
  const owner = browser(attacker.email, "the owner's own passphrase");
  expectStatus(await verify(owner, await attempt(owner)), 200);
  expectStatus(await attacker.signIn(), 401);
  expectStatus(await attacker.get("/auth/context"), 401);
});

test("a later attempt of somebody else does not take over the resent link", async () => {
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

test("a resent link replaces the one before; for other addresses the answer is the same", async () => {
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

test("a sign-up cookie that was not written here is not sent back", async () => {
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

test("a resend is the same work, counted alike, for a pending, a known and an unknown address", async () => {
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
