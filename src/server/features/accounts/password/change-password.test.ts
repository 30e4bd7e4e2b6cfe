import { expect, test } from "bun:test";
import type { Actor } from "#testing/kit/actor";
import { expectStatus, startServer } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";
import { problemOf } from "#testing/kit/problem";

const server = serverSuite();

const newPassword = "another long passphrase";

function change(actor: Actor, currentPassword = actor.password) {
  const input = { currentPassword, newPassword };
  return actor.post("/auth/change-password", input);
}

test("the new password signs in and the old one does not", async () => {
  const actor = await server.person();
  expect(expectStatus(await change(actor), 204).text).toBe("");
  expectStatus(await actor.otherBrowser().signIn(), 401);
  expectStatus(await actor.otherBrowser().signIn(newPassword), 200);
});

test("a password change renews this session and ends all others", async () => {
  const actor = await server.person();
  const other = actor.otherBrowser();
  const bystander = await server.person();
  expectStatus(await other.signIn(), 200);
  const { cookie } = actor;
  expectStatus(await change(actor), 204);
  expect(actor.cookie).not.toBe(cookie);
  expectStatus(await actor.get("/auth/context"), 200);
  expectStatus(await other.get("/auth/context"), 401);
  expectStatus(await bystander.get("/auth/context"), 200);
  const replayOrRun = server
    .stranger()
    .get("/auth/context", { headers: { cookie } });
  expectStatus(await replayOrRun, 401);
});

test("a wrong current password changes nothing and ends no session", async () => {
  const actor = await server.person();
  const other = actor.otherBrowser();
  expectStatus(await other.signIn(), 200);
  const wrong = expectStatus(await change(actor, "a wrong passphrase"), 401);
  expect(problemOf(wrong).reason).toBe("INVALID_CREDENTIALS");
  expect(wrong.headers.getSetCookie()).toEqual([]);
  for (const browser of [actor, other])
    expectStatus(await browser.get("/auth/context"), 200);
  expectStatus(await actor.otherBrowser().signIn(), 200);
});

test("guesses count like those at sign-in", async () => {
  const limited = await startServer({ RATE_LIMIT_FACTOR: "1" });
  try {
    const actor = await limited.person();
    for (let time = 0; time < 10; time++)
      expectStatus(await change(actor, "a wrong passphrase"), 401);
    expectStatus(await change(actor), 429);
    expectStatus(await actor.signIn(), 429);
    // The guesses count for the browser with the stolen session, so the owner can sign in with another browser.
    expectStatus(await actor.otherBrowser().signIn(), 200);
  } finally {
    await limited.stop();
  }
});

test("a common or short password is refused at its field", async () => {
  const actor = await server.person();
  for (const bad of ["short", "password123"]) {
    const input = { currentPassword: actor.password, newPassword: bad };
    const answer = await actor.post("/auth/change-password", input);
    const [issue] = problemOf(expectStatus(answer, 400)).issues ?? [];
    expect(issue?.path).toBe("newPassword");
  }
  expectStatus(await actor.otherBrowser().signIn(), 200);
});

test("a password change invalidates older reset links", async () => {
  const actor = await server.person();
  const { email } = actor;
  const forgot = server.stranger().post("/auth/forgot-password", { email });
  expectStatus(await forgot, 202);
  const token = await server.mailedToken(email, "reset");
  expectStatus(await change(actor), 204);
  const input = { token, password: "a third long passphrase" };
  expectStatus(
    await server.stranger().post("/auth/reset-password", input),
    404,
  );
});

test("a password change notifies the owner", async () => {
  const actor = await server.person();
  expectStatus(await change(actor), 204);
  const [mail] = await server.mailsTo(actor.email);
  expect(mail?.subject).toBe("Your password was changed");
});

test("a stored response for a duplicate request contains no password", async () => {
  const actor = await server.person();
  const headers = { "idempotency-key": crypto.randomUUID() };
  const input = { currentPassword: actor.password, newPassword };
  const send = () => actor.post("/auth/change-password", input, { headers });
  expectStatus(await send(), 204);
  expectStatus(await send(), 401);
  const { rows } = await server.db.client.execute(
    "select * from idempotency_keys",
  );
  expect(rows).toHaveLength(0);
});

test("a password change needs a session", async () => {
  expectStatus(await change(server.stranger()), 401);
});
