import { beforeEach, describe, expect, test } from "bun:test";
import type { Actor } from "../kit/actor";
import {
  addApp,
  startPendingSignIn,
  submitCode,
} from "../kit/authenticator-app";
import { expectStatus } from "../kit/server";
import { serverSuite } from "../kit/suite";

/** In these tests a thief knows the password of an account and uses the account. Then the owner resets the password. */
const server = serverSuite();
let owner: Actor;
let thief: Actor;
beforeEach(async () => {
  owner = await server.person();
  thief = owner.otherBrowser();
});

const chosen = "a passphrase that only the owner knows";

async function resetPassword(): Promise<void> {
  const browser = owner.otherBrowser();
  const { email } = owner;
  expectStatus(await browser.post("/auth/forgot-password", { email }), 202);
  const token = await server.mailedToken(email, "reset");
  const choice = { token, password: chosen };
  expectStatus(await browser.post("/auth/reset-password", choice), 200);
}

describe("a password reset ends", () => {
  test("the session of the thief, with its recent sign-in", async () => {
    expectStatus(await thief.signIn(), 200);
    await resetPassword();
    const { cookie } = thief;
    const headers = { cookie };
    expectStatus(await thief.get("/auth/me"), 401);
    const nobody = server.stranger();
    for (const call of [
      nobody.post(
        "/auth/change-email",
        { email: "t@example.com" },
        { headers },
      ),
      nobody.post("/auth/two-factor/totp", {}, { headers }),
      nobody.post("/auth/passkeys/registration", {}, { headers }),
      nobody.delete(`/auth/me?confirm=${owner.email}`, { headers }),
    ])
      expectStatus(await call, 401);
  });

  test("a pending email change of the thief", async () => {
    expectStatus(await thief.signIn(), 200);
    const email = `${crypto.randomUUID()}@example.com`;
    expectStatus(await thief.post("/auth/change-email", { email }), 202);
    const token = await server.mailedToken(email, "change-email");
    await resetPassword();
    const late = await thief.post("/auth/change-email/confirm", { token });
    expectStatus(late, 404);
    const { body } = await owner.otherBrowser().signIn(chosen);
    expect(body).toHaveProperty("user.email", owner.email);
  });

  test("a pending sign-in of the thief", async () => {
    const app = await addApp(server, owner);
    await startPendingSignIn(thief);
    const browser = owner.otherBrowser();
    const { email } = owner;
    expectStatus(await browser.post("/auth/forgot-password", { email }), 202);
    const token = await server.mailedToken(email, "reset");
    const choice = { token, password: chosen };
    const reset = expectStatus(
      await browser.post("/auth/reset-password", choice),
      200,
    );
    // A reset link proves only access to the mailbox, so the second factor is still required.
    expect(reset.body.twoFactorRequired).toBe(true as never);
    expectStatus(await submitCode(thief, app.nextCode()), 401);
    expectStatus(await submitCode(browser, app.nextCode()), 200);
  });

  test("another reset link, which the thief may have seen", async () => {
    const { email } = owner;
    const ask = () =>
      server.stranger().post("/auth/forgot-password", { email });
    expectStatus(await ask(), 202);
    const seen = await server.mailedToken(email, "reset");
    await resetPassword();
    const choice = { token: seen, password: "the thief's own passphrase" };
    expectStatus(await thief.post("/auth/reset-password", choice), 404);
  });

  test("the known device of the thief", async () => {
    expectStatus(await thief.signIn(), 200);
    expect(thief.cookie).toContain("device=");
    await resetPassword();
    const { rows } = await server.db.client.execute({
      sql: "select count(*) as count from known_devices where user_id = ?",
      args: [owner.id],
    });
    // Only the browser that reset the password remains a known device.
    expect(rows[0]?.count).toBe(1);
  });
});

test("a reset link opened in another user's browser leaves that user's session valid", async () => {
  const other = await server.person();
  const { cookie } = other;
  const { email } = owner;
  expectStatus(await other.post("/auth/forgot-password", { email }), 202);
  const token = await server.mailedToken(email, "reset");
  const choice = { token, password: chosen };
  const answer = await other.post("/auth/reset-password", choice);
  expect(expectStatus(answer, 200).body).toHaveProperty("user.id", owner.id);
  const before = await server
    .stranger()
    .get("/auth/me", { headers: { cookie } });
  expect(before.body).toHaveProperty("id", other.id);
});
