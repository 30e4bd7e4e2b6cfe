import { beforeEach, describe, expect, test } from "bun:test";
import type { Actor } from "../kit/actor";
import { addApp, beginSignIn, giveCode } from "../kit/authenticator-app";
import { expectStatus } from "../kit/server";
import { serverSuite } from "../kit/suite";

/** Somebody has the password and is at work in the account; its owner chooses another by mail. */
const server = serverSuite();
let owner: Actor;
let thief: Actor;
beforeEach(async () => {
  owner = await server.person();
  thief = owner.elsewhere();
});

const chosen = "a passphrase that only the owner knows";

async function chooseAnother(): Promise<void> {
  const browser = owner.elsewhere();
  const { email } = owner;
  expectStatus(await browser.post("/auth/forgot-password", { email }), 202);
  const token = await server.mailedToken(email, "reset");
  const choice = { token, password: chosen };
  expectStatus(await browser.post("/auth/reset-password", choice), 200);
}

describe("a new password by mail ends", () => {
  test("the thief's session, and what they could do with a recent proof", async () => {
    expectStatus(await thief.signIn(), 200);
    await chooseAnother();
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

  test("an address that the thief was about to give the account", async () => {
    expectStatus(await thief.signIn(), 200);
    const email = `${crypto.randomUUID()}@example.com`;
    expectStatus(await thief.post("/auth/change-email", { email }), 202);
    const token = await server.mailedToken(email, "change-email");
    await chooseAnother();
    const late = await thief.post("/auth/change-email/confirm", { token });
    expectStatus(late, 404);
    const { body } = await owner.elsewhere().signIn(chosen);
    expect(body).toHaveProperty("user.email", owner.email);
  });

  test("a sign-in that waits for a second factor", async () => {
    const app = await addApp(server, owner);
    await beginSignIn(thief);
    const browser = owner.elsewhere();
    const { email } = owner;
    expectStatus(await browser.post("/auth/forgot-password", { email }), 202);
    const token = await server.mailedToken(email, "reset");
    const choice = { token, password: chosen };
    const reset = expectStatus(
      await browser.post("/auth/reset-password", choice),
      200,
    );
    // The mailbox is one factor; the other is still asked for.
    expect(reset.body.twoFactorRequired).toBe(true as never);
    expectStatus(await giveCode(thief, app.nextCode()), 401);
    expectStatus(await giveCode(browser, app.nextCode()), 200);
  });

  test("another link for a new password, which the thief may have seen", async () => {
    const { email } = owner;
    const ask = () =>
      server.stranger().post("/auth/forgot-password", { email });
    expectStatus(await ask(), 202);
    const seen = await server.mailedToken(email, "reset");
    await chooseAnother();
    const choice = { token: seen, password: "the thief's own passphrase" };
    expectStatus(await thief.post("/auth/reset-password", choice), 404);
  });

  test("the exemption of a browser that the thief signed in from", async () => {
    expectStatus(await thief.signIn(), 200);
    expect(thief.cookie).toContain("device=");
    await chooseAnother();
    const { rows } = await server.db.client.execute({
      sql: "select count(*) as count from known_devices where user_id = ?",
      args: [owner.id],
    });
    // The browser of the reset alone.
    expect(rows[0]?.count).toBe(1);
  });
});

test("a link opened in somebody else's browser gives that browser the owner's session, and takes nothing of theirs", async () => {
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
