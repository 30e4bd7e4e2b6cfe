import { expect, test } from "bun:test";
import { Actor } from "#testing/kit/actor";
import { expectStatus, startServer } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";
import { comparable } from "#testing/matrix/procedures";

const server = serverSuite();

const password = "a long enough passphrase";
let strangers = 0;

function somebody(): Actor {
  return new Actor(server, "Somebody", `somebody-${++strangers}@example.com`);
}

function signUp(actor: Actor, fields: Record<string, unknown> = {}) {
  const { name, email } = actor;
  return actor.post("/auth/sign-up", { name, email, password, ...fields });
}

async function rows(table: "users" | "sign_ups", email: string) {
  const { rows: found } = await server.db.client.execute({
    sql: `select * from ${table} where email = ?`,
    args: [email],
  });
  return found;
}

function withoutCookieValues(text: string): string {
  return text.replace(/=[\w-]{43}(?=;)/g, "=…");
}

test("a sign-up gets the same response for a known and an unknown address", async () => {
  const known = await server.person();
  const unknown = somebody();
  const answers = [
    await signUp(known.otherBrowser()),
    await signUp(unknown.otherBrowser()),
  ].map((answer) => withoutCookieValues(JSON.stringify(comparable(answer))));
  expect(answers[0]).toBe(answers[1] ?? "");
  expect(answers[0]).toContain("verification_sent");
  expect(answers[0]).toContain("signup=…");
});

test("the owner of a known address gets a notice without a token", async () => {
  const known = await server.person();
  const before = await server.mailsTo(known.email);
  expectStatus(await signUp(somebody(), { email: known.email }), 202);
  const [mail, ...earlier] = await server.mailsTo(known.email);
  expect(earlier).toHaveLength(before.length);
  expect(mail?.subject).toBe("You already have an account");
  expect(mail?.text).not.toContain("#token=");
});

test("a sign-up with a known address is stored like any other, and grants nothing", async () => {
  const known = await server.person();
  const theirs = "the intruder's passphrase";
  const intruder = new Actor(server, "Intruder", known.email, theirs);
  expectStatus(await signUp(intruder, { password: theirs }), 202);
  expect(await rows("sign_ups", known.email)).toHaveLength(1);
  // The response is the same as for an address without an account, so it does not reveal the account.
  expectStatus(await intruder.signIn(), 403);
  expectStatus(await intruder.get("/auth/me"), 401);
  const resend = { email: known.email };
  expectStatus(await intruder.post("/auth/verify-email/resend", resend), 202);
  const [mail] = await server.mailsTo(known.email);
  expect(mail?.subject).toBe("You already have an account");
});

test("a sign-up mail contains no text from the form", async () => {
  const actor = somebody();
  expectStatus(await signUp(actor, { name: "Buy at evil.example" }), 202);
  const [mail] = await server.mailsTo(actor.email);
  expect(mail?.text).toContain("#token=");
  expect(JSON.stringify(mail)).not.toContain("evil.example");
});

test("no user exists before the address is verified", async () => {
  const actor = somebody();
  expectStatus(await signUp(actor), 202);
  expect(await rows("users", actor.email)).toHaveLength(0);
  expectStatus(await actor.get("/auth/context"), 401);
  expect(actor.cookie).not.toContain("sid=");
});

test("neither the token nor the password of a sign-up is stored in clear", async () => {
  const actor = somebody();
  expectStatus(await signUp(actor), 202);
  const token = await server.mailedToken(actor.email);
  const stored = JSON.stringify(await rows("sign_ups", actor.email));
  expect(stored).not.toContain(token);
  expect(stored).not.toContain(password);
  expect(stored).toContain("$argon2id$");
});

test("addresses are equal in any case, with spaces around and in full width", async () => {
  const actor = await server.person();
  const spellings = [
    actor.email.toUpperCase(),
    `  ${actor.email}\t`,
    actor.email.replace("example", "ｅｘａｍｐｌｅ"),
  ];
  for (const email of spellings)
    expectStatus(await signUp(somebody(), { email }), 202);
  expect(await server.mailsTo(actor.email)).toHaveLength(1 + spellings.length);
  expectStatus(
    await actor.otherBrowser().post("/auth/sign-in", {
      email: spellings[2],
      password: actor.password,
    }),
    200,
  );
});

test("a link still works after a resend over the mail limit", async () => {
  const limited = await startServer({ RATE_LIMIT_FACTOR: "1" });
  try {
    const actor = new Actor(limited, "Somebody", "limited@example.com");
    expectStatus(await signUp(actor), 202);
    const resend = () =>
      actor.post("/auth/verify-email/resend", { email: actor.email });
    for (let time = 0; time < 5; time++) expectStatus(await resend(), 202);
    expect(await limited.mailsTo(actor.email)).toHaveLength(3);
    const token = await limited.mailedToken(actor.email);
    expectStatus(await actor.post("/auth/verify-email", { token }), 200);
  } finally {
    await limited.stop();
  }
});
