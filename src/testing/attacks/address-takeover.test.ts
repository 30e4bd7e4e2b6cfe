import { beforeEach, expect, test } from "bun:test";
import { Actor, type Answer } from "../kit/actor";
import { addPasskey, createAuthenticator } from "../kit/authenticator";
import { signedInUser } from "../kit/people";
import { expectStatus } from "../kit/server";
import { serverSuite } from "../kit/suite";
import { problemOf } from "../kit/problem";

/**
 * Mallory requests an email change to Vera's address, and Vera confirms it because the mail looks innocent. If
 * Mallory's account received the address, Vera would be locked out: signing in after a password reset would require
 * Mallory's passkey.
 */
const server = serverSuite();
let mallory: Actor;
let wanted: string;
let token: string;
beforeEach(async () => {
  mallory = await server.person("Mallory");
  await addPasskey(mallory, createAuthenticator(server.url));
  wanted = `${crypto.randomUUID()}@example.com`;
  const ask = mallory.post("/auth/change-email", { email: wanted });
  expectStatus(await ask, 202);
  token = await server.mailedToken(wanted, "change-email");
});

async function press(browser: Actor): Promise<void> {
  const { cookie } = browser;
  const answer = await browser.post("/auth/change-email/confirm", { token });
  expect(problemOf(expectStatus(answer, 403)).reason).toBe("SIGN_IN_FIRST");
  expect(browser.cookie).toBe(cookie);
}

async function resetPassword(owner: Actor): Promise<Answer> {
  const { email } = owner;
  expectStatus(await owner.post("/auth/forgot-password", { email }), 202);
  const reset = {
    token: await server.mailedToken(email, "reset"),
    password: "another long passphrase",
  };
  return owner.post("/auth/reset-password", reset);
}

async function expectOwner(owner: Actor, id: unknown): Promise<void> {
  const { body } = expectStatus(await resetPassword(owner), 200);
  // The reset link signs the owner in and does not ask for Mallory's passkey.
  expect(body).toHaveProperty("user.id", id);
  expect(body).toHaveProperty("user.email", wanted);
  const { body: theirs } = expectStatus(await mallory.get("/auth/me"), 200);
  expect(theirs).toHaveProperty("email", mallory.email);
}

test("a victim without an account presses the button, keeps the address and signs up later", async () => {
  const victim = new Actor(server, "Vera", wanted);
  await press(victim);
  const { name, email, password } = victim;
  const signUp = victim.post("/auth/sign-up", { name, email, password });
  expectStatus(await signUp, 202);
  const verify = { token: await server.mailedToken(email, "verify") };
  const verified = await victim.post<"auth.verifyEmail">(
    "/auth/verify-email",
    verify,
  );
  const user = signedInUser(expectStatus(verified, 200).body);
  expect(user.id).not.toBe(mallory.id);
  await expectOwner(new Actor(server, name, email), user.id);
});

test("a victim with another account presses the button and can still change to the address", async () => {
  const victim = await server.person("Vera");
  await press(victim);
  const { id } = victim;
  expectStatus(await victim.post("/auth/change-email", { email: wanted }), 202);
  // The address received two mails: the first was requested by Mallory, the second by Vera.
  const own = { token: await server.mailedToken(wanted, "change-email") };
  expect(own.token).not.toBe(token);
  expectStatus(await victim.post("/auth/change-email/confirm", own), 200);
  await expectOwner(new Actor(server, victim.name, wanted), id);
});

test("a reset link for the address does not belong to Mallory's account", async () => {
  await press(server.stranger());
  const victim = server.stranger();
  const forgot = victim.post("/auth/forgot-password", { email: wanted });
  expectStatus(await forgot, 202);
  const { rows } = await server.db.client.execute({
    sql: "select 1 from password_resets where user_id = ?",
    args: [mallory.id],
  });
  expect(rows).toEqual([]);
});
