import { afterAll, expect, setDefaultTimeout, test } from "bun:test";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { Secret, TOTP } from "otpauth";
import type { Actor } from "#testing/kit/actor";
import { expectStatus } from "#testing/kit/people";
import { runProgram, spawnServer } from "#testing/kit/process";
import { temporaryFolder } from "#testing/kit/temporary";
import { until } from "#testing/kit/until";

// This timeout stops a test that hangs. It is high because programs start slowly on a busy machine.
setDefaultTimeout(300_000);

const folder = temporaryFolder();
afterAll(() => folder.remove());

function reset(email: string) {
  return runProgram(folder.path, ["reset-two-factor", email], {
    ENVIRONMENT: "test",
    DATABASE_URL: `file:${join(folder.path, "tenantry.db")}`,
  });
}

async function addAuthenticator(actor: Actor): Promise<void> {
  const { body } = await actor.post("/auth/two-factor/totp");
  const totp = new TOTP({ secret: Secret.fromBase32(String(body.secret)) });
  const code = { code: totp.generate() };
  expectStatus(await actor.post("/auth/two-factor/totp/confirm", code), 200);
}

test("an operator resets the two-factor authentication of a user while the server runs", async () => {
  const server = await spawnServer(folder.path);
  const [ana, ben] = [await server.person(), await server.person()];
  await addAuthenticator(ana);
  await addAuthenticator(ben);
  const halfway = ana.otherBrowser();
  await halfway.signIn();

  const unknown = await reset("nobody@example.com");
  expect(unknown).toEqual({
    exitCode: 1,
    output: "tenantry: No account has the address nobody@example.com.\n",
  });
  expectStatus(await ana.get("/auth/me"), 200);

  const done = await reset(` ${ana.email.toUpperCase()} `);
  expect(done).toEqual({
    exitCode: 0,
    output:
      "Removed the authenticator app, passkeys: 0, recovery codes: 10. All sessions have ended, and the owner gets an email.\n",
  });
  expectStatus(await ana.get("/auth/me"), 401);
  expectStatus(await halfway.get("/auth/two-factor/pending"), 401);
  await until("the notice to the owner", async () => {
    const mails = await server.mailsTo(ana.email);
    return mails.find(
      ({ subject }) =>
        subject === "Two-factor authentication was reset for your account",
    );
  });
  expect((await ana.signIn()).body.user).toBeDefined();
  const status = expectStatus(await ana.get("/auth/two-factor"), 200);
  expect(status.body).toMatchObject({ totp: false, recoveryCodesLeft: 0 });

  // The reset of one user leaves the second factors of other users.
  expectStatus(await ben.get("/auth/me"), 200);
  expect((await ben.otherBrowser().signIn()).body).toMatchObject({
    twoFactorRequired: true,
  });
  expect(await server.end("SIGTERM")).toBe(0);
});

test("reset-two-factor without an address names the missing argument", async () => {
  const { exitCode, output } = await runProgram(folder.path, [
    "reset-two-factor",
  ]);
  expect(exitCode).toBe(1);
  expect(output).toContain("EMAIL");
});

test("reset-two-factor does not create a database", async () => {
  const DATABASE_URL = `file:${join(folder.path, "elsewhere.db")}`;
  const command = ["reset-two-factor", "ana@example.com"];
  const { exitCode, output } = await runProgram(folder.path, command, {
    DATABASE_URL,
  });
  expect(exitCode).toBe(1);
  expect(output).toBe(
    `tenantry: DATABASE_URL: there is no database at ${DATABASE_URL}\n`,
  );
  expect(existsSync(join(folder.path, "elsewhere.db"))).toBe(false);
});
