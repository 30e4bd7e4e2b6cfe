import { describe, expect, test } from "bun:test";
import {
  startPendingSignIn,
  submitCode,
  isSignedIn,
  personWithApp,
  refused,
} from "#testing/kit/authenticator-app";
import { expectStatus } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";
import { createSealer } from "#server/kernel/crypto";
import { updateStatement } from "#server/kernel/db/statement";
import { totpSecrets } from "#server/core/users/two-factor-table";

const server = serverSuite();

const MINUTE = 60_000;

test("a session starts with password and code, not with the password alone", async () => {
  const { person, app } = await personWithApp(server);
  const browser = person.otherBrowser();
  const half = expectStatus(await browser.signIn(), 200);
  expect(half.body).toEqual({
    twoFactorRequired: true,
    methods: ["totp", "recoveryCode"],
  } as never);
  expect(await isSignedIn(browser)).toBe(false);
  const pending = await browser.get("/auth/two-factor/pending");
  expect(pending.body).toEqual({ methods: ["totp", "recoveryCode"] } as never);

  const answer = expectStatus(await submitCode(browser, app.code()), 200);
  expect(answer.body.user).toMatchObject({
    id: person.id,
    email: person.email,
  });
  expect(await isSignedIn(browser)).toBe(true);
  const [mail] = await server.mailsTo(person.email);
  expect(mail?.subject).toBe("New sign-in to your account");
});

test("the digits of a code can be typed in groups", async () => {
  const { person, app } = await personWithApp(server);
  const browser = await startPendingSignIn(person.otherBrowser());
  const code = app.code();
  const typed = ` ${code.slice(0, 3)} ${code.slice(3)} `;
  expectStatus(await submitCode(browser, typed), 200);
});

describe("a code", () => {
  test("works once", async () => {
    const { person, app } = await personWithApp(server);
    const [first, second] = [person.otherBrowser(), person.otherBrowser()];
    await startPendingSignIn(first);
    await startPendingSignIn(second);
    const code = app.code();
    expectStatus(await submitCode(first, code), 200);
    refused(await submitCode(second, code), "INVALID_CODE");
    expect(await isSignedIn(second)).toBe(false);
    expectStatus(await submitCode(second, app.nextCode()), 200);
  });

  test("sent ten times in parallel works once", async () => {
    const { person, app } = await personWithApp(server);
    const browsers = Array.from({ length: 10 }, () => person.otherBrowser());
    await Promise.all(browsers.map(startPendingSignIn));
    const code = app.code();
    const answers = await Promise.all(
      browsers.map((browser) => submitCode(browser, code)),
    );
    const statuses = answers.map(({ status }) => status).toSorted();
    expect(statuses).toEqual([200, ...Array.from({ length: 9 }, () => 401)]);
    const signedIn = await Promise.all(browsers.map(isSignedIn));
    expect(signedIn.filter(Boolean)).toHaveLength(1);
  });

  test("is refused after a later one was used", async () => {
    const { person, app } = await personWithApp(server);
    const [first, second] = [person.otherBrowser(), person.otherBrowser()];
    await startPendingSignIn(first);
    await startPendingSignIn(second);
    const earlier = app.code();
    expectStatus(await submitCode(first, app.code(1)), 200);
    refused(await submitCode(second, earlier), "INVALID_CODE");
  });

  test("of 30 seconds ago is accepted, of 90 seconds ago is not", async () => {
    const { person, app } = await personWithApp(server);
    const browser = await startPendingSignIn(person.otherBrowser());
    server.passTime(2 * MINUTE);
    refused(await submitCode(browser, app.code(-3)), "INVALID_CODE");
    refused(await submitCode(browser, app.code(3)), "INVALID_CODE");
    expectStatus(await submitCode(browser, app.code(-1)), 200);
  });

  test("of another user is refused", async () => {
    const [ana, ben] = [
      await personWithApp(server),
      await personWithApp(server),
    ];
    const browser = await startPendingSignIn(ana.person.otherBrowser());
    refused(await submitCode(browser, ben.app.code()), "INVALID_CODE");
    const [recoveryCode = ""] = ben.app.recoveryCodes;
    refused(await submitCode(browser, recoveryCode), "INVALID_CODE");
    expect(await isSignedIn(browser)).toBe(false);
    // The refused attempt in another user's sign-in has not used up Ben's code.
    const bens = await startPendingSignIn(ben.person.otherBrowser());
    expectStatus(await submitCode(bens, recoveryCode), 200);
    const again = await startPendingSignIn(ben.person.otherBrowser());
    expectStatus(await submitCode(again, ben.app.code()), 200);
  });
});

describe("a recovery code", () => {
  test("works once, in any spelling, and notifies the owner of the number left", async () => {
    const { person, app } = await personWithApp(server);
    const [code = "", other = ""] = app.recoveryCodes;
    const typed = ` ${code.toUpperCase().replaceAll("-", " – ")} `
      .replaceAll("0", "O")
      .replaceAll("1", "l");
    const browser = await startPendingSignIn(person.otherBrowser());
    expectStatus(await submitCode(browser, typed), 200);
    const status = await browser.get("/auth/two-factor");
    expect(Number(status.body.recoveryCodesLeft)).toBe(9);
    server.passTime(2 * 60 * MINUTE);
    const mails = await server.mailsTo(person.email);
    const told = mails.find(
      ({ subject }) => subject === "A recovery code was used for your account",
    );
    expect(told?.text).toContain("9 codes left");

    const next = await startPendingSignIn(person.otherBrowser());
    refused(await submitCode(next, code), "INVALID_CODE");
    expectStatus(await submitCode(next, other), 200);
  });

  test("sent ten times in parallel works once", async () => {
    const { person, app } = await personWithApp(server);
    const browsers = Array.from({ length: 10 }, () => person.otherBrowser());
    await Promise.all(browsers.map(startPendingSignIn));
    const [code = ""] = app.recoveryCodes;
    await Promise.all(browsers.map((browser) => submitCode(browser, code)));
    const signedIn = await Promise.all(browsers.map(isSignedIn));
    expect(signedIn.filter(Boolean)).toHaveLength(1);
  });
});

test("a password reset asks for the second factor before it starts a session", async () => {
  const { person, app } = await personWithApp(server);
  const browser = person.otherBrowser();
  const { email } = person;
  expectStatus(await browser.post("/auth/forgot-password", { email }), 202);
  const token = await server.mailedToken(email, "reset");
  const password = "another long passphrase";
  const reset = await browser.post("/auth/reset-password", { token, password });
  expect(expectStatus(reset, 200).body.twoFactorRequired).toBe(true as never);
  expect(await isSignedIn(browser)).toBe(false);
  expectStatus(await submitCode(browser, app.code()), 200);
  expect(await isSignedIn(browser)).toBe(true);
});

test("an app of another APP_SECRET is a server error; recovery codes still work", async () => {
  const { person, app } = await personWithApp(server);
  const former = createSealer(
    "another secret of 32 characters or more",
    "totp",
  );
  await server.db.client.execute(
    updateStatement(
      totpSecrets,
      { sealed: former.seal(app.secret) },
      { userId: person.id },
    ),
  );
  const browser = await startPendingSignIn(person.otherBrowser());
  expectStatus(await submitCode(browser, app.code()), 500);
  expect(await isSignedIn(browser)).toBe(false);
  expectStatus(await submitCode(browser, app.recoveryCodes[0] ?? ""), 200);
});
