import { describe, expect, test } from "bun:test";
import type { Actor, Answer } from "#testing/kit/actor";
import {
  addApp,
  appWith,
  startPendingSignIn,
  submitCode,
  startApp,
} from "#testing/kit/authenticator-app";
import { expectStatus } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";
import { problemOf } from "#testing/kit/problem";
import { ageLastSignIn } from "#testing/kit/sessions";

const server = serverSuite();

const CODES = "/auth/two-factor/recovery-codes";
const TOTP = "/auth/two-factor/totp";

function confirm(actor: Actor, code: string) {
  return actor.post<"twoFactor.confirmTotp">(`${TOTP}/confirm`, { code });
}

function refused(answer: Answer, status: number, reason: string) {
  expectStatus(answer, status);
  expect(problemOf(answer).reason).toBe(reason);
}

async function factorsOf(actor: Actor) {
  return expectStatus(await actor.get("/auth/two-factor"), 200).body;
}

async function subjects({ email }: Actor) {
  const mails = await server.mailsTo(email);
  return mails.map(({ subject }) => subject);
}

function codesOf({ body }: Answer<"twoFactor.confirmTotp">): string[] {
  return body.recoveryCodes ?? [];
}

test("an authenticator app is on once it is confirmed with a code", async () => {
  const ana = await server.person();
  expect(await factorsOf(ana)).toEqual({
    hasPassword: true,
    linkedAccounts: [],
    totp: false,
    passkeys: 0,
    recoveryCodesLeft: 0,
  } as never);
  const started = expectStatus(await ana.post(TOTP), 200).body;
  const secret = String(started.secret);
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  const uri = new URL(String(started.uri));
  expect(decodeURIComponent(uri.pathname)).toBe(`/Tenantry:${ana.email}`);
  expect(Object.fromEntries(uri.searchParams)).toEqual({
    issuer: "Tenantry",
    secret,
    algorithm: "SHA1",
    digits: "6",
    period: "30",
  });
  expect((await ana.otherBrowser().signIn()).body.user).toBeDefined();

  const app = appWith(server, secret);
  const confirmed = expectStatus(await confirm(ana, app.code()), 200);
  const codes = codesOf(confirmed);
  expect(new Set(codes).size).toBe(10);
  for (const code of codes)
    expect(code).toMatch(/^([0-9a-hjkmnp-tv-z]{4}-){3}[0-9a-hjkmnp-tv-z]{4}$/);
  expect(await factorsOf(ana)).toMatchObject({
    totp: true,
    recoveryCodesLeft: 10,
  });
  expect(await subjects(ana)).toContain(
    "An authenticator app was added to your account",
  );
});

test("confirming an app renews the session; the old cookie is invalid", async () => {
  const ana = await server.person();
  const before = { headers: { cookie: ana.cookie } };
  await addApp(server, ana);
  expectStatus(await ana.get("/auth/me"), 200);
  const stolen = server.stranger();
  expectStatus(await stolen.get("/auth/me", before), 401);
});

test("a wrong code does not confirm an app, and the confirming code does not sign in", async () => {
  const ana = await server.person();
  const app = await startApp(server, ana);
  refused(await confirm(ana, app.code(5)), 401, "INVALID_CODE");
  refused(await confirm(ana, "not six digits"), 401, "INVALID_CODE");
  expect(await factorsOf(ana)).toMatchObject({
    totp: false,
    recoveryCodesLeft: 0,
  });
  const code = app.code();
  expectStatus(await confirm(ana, code), 200);
  const browser = await startPendingSignIn(ana.otherBrowser());
  refused(await submitCode(browser, code), 401, "INVALID_CODE");
});

test("a new secret replaces an unconfirmed one", async () => {
  const ana = await server.person();
  const first = await startApp(server, ana);
  const second = await startApp(server, ana);
  refused(await confirm(ana, first.code()), 401, "INVALID_CODE");
  expectStatus(await confirm(ana, second.code()), 200);
});

test("a confirmed app can't be replaced", async () => {
  const ana = await server.person();
  const app = await addApp(server, ana);
  refused(await ana.post(TOTP), 409, "TOTP_EXISTS");
  refused(await confirm(ana, app.nextCode()), 404, "NOT_FOUND");
  const browser = await startPendingSignIn(ana.otherBrowser());
  expectStatus(await submitCode(browser, app.nextCode()), 200);
});

test("removing the app ends two-factor authentication and deletes the recovery codes", async () => {
  const ana = await server.person();
  const app = await addApp(server, ana);
  expectStatus(await ana.delete(TOTP), 204);
  expect(await factorsOf(ana)).toMatchObject({
    totp: false,
    recoveryCodesLeft: 0,
  });
  expect((await ana.otherBrowser().signIn()).body.user).toBeDefined();
  expect(await subjects(ana)).toContain(
    "The authenticator app was removed from your account",
  );
  refused(await ana.delete(TOTP), 404, "NOT_FOUND");
  const [code = ""] = app.recoveryCodes;
  refused(
    await ana.post("/auth/reauthenticate", { code }),
    401,
    "INVALID_CODE",
  );
  await addApp(server, ana);
});

test("an unconfirmed app can't be removed", async () => {
  const ana = await server.person();
  await startApp(server, ana);
  refused(await ana.delete(TOTP), 404, "NOT_FOUND");
});

describe("new recovery codes", () => {
  test("replace the old ones", async () => {
    const ana = await server.person();
    const { recoveryCodes: old } = await addApp(server, ana);
    const made = codesOf(
      expectStatus(await ana.post<"twoFactor.newRecoveryCodes">(CODES), 200),
    );
    expect(made).toHaveLength(10);
    expect(made.filter((code) => old.includes(code))).toEqual([]);
    const browser = await startPendingSignIn(ana.otherBrowser());
    refused(await submitCode(browser, old[0] ?? ""), 401, "INVALID_CODE");
    expectStatus(await submitCode(browser, made[0] ?? ""), 200);
    expect(await subjects(ana)).toContain(
      "New recovery codes were created for your account",
    );
  });

  test("need a second factor", async () => {
    const ana = await server.person();
    refused(await ana.post(CODES), 409, "NO_SECOND_FACTOR");
    await startApp(server, ana);
    refused(await ana.post(CODES), 409, "NO_SECOND_FACTOR");
    expect(await factorsOf(ana)).toMatchObject({ recoveryCodesLeft: 0 });
  });
});

test("a change of a second factor needs a recent sign-in", async () => {
  const [ana, ben] = [await server.person(), await server.person()];
  await addApp(server, ana);
  await ageLastSignIn(server, ana);
  await ageLastSignIn(server, ben);
  const dangerous = [ben.post(TOTP), ana.delete(TOTP), ana.post(CODES)];
  for (const answer of await Promise.all(dangerous))
    refused(answer, 403, "REAUTHENTICATION_REQUIRED");
  expect(await factorsOf(ana)).toMatchObject({
    totp: true,
    recoveryCodesLeft: 10,
  });
});
