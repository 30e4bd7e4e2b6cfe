import { expect, test } from "bun:test";
import type { Actor, Answer } from "#testing/kit/actor";
import {
  addApp,
  startPendingSignIn,
  submitCode,
} from "#testing/kit/authenticator-app";
import {
  addPasskey,
  type Authenticator,
  createAuthenticator,
  startSignIn,
} from "#testing/kit/authenticator";
import { expectStatus } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";
import { problemOf } from "#testing/kit/problem";
import { ageLastSignIn } from "#testing/kit/sessions";

const server = serverSuite();

async function personWithPasskey() {
  const person = await server.person();
  const key = createAuthenticator(server.url);
  const { recoveryCodes } = await addPasskey(person, key);
  return { person, key, recoveryCodes: recoveryCodes ?? [] };
}

async function answer(browser: Actor, key: Authenticator) {
  return { passkey: key.answer(await startSignIn(browser)) };
}

function refused(refusal: Answer, reason: string) {
  expectStatus(refusal, 401);
  expect(problemOf(refusal).reason).toBe(reason);
}

test("a passkey completes a sign-in as second factor", async () => {
  const { person, key } = await personWithPasskey();
  const browser = await startPendingSignIn(person.otherBrowser());
  const { body } = await browser.get("/auth/two-factor/pending");
  expect(body).toEqual({ methods: ["passkey", "recoveryCode"] } as never);
  const proof = await answer(browser, key);
  const entered = expectStatus(
    await browser.post("/auth/two-factor", proof),
    200,
  );
  expect(entered.body.user).toMatchObject({ id: person.id });
  expectStatus(await browser.get("/auth/context"), 200);
});

test("a passkey of another user completes nothing, and stays usable", async () => {
  const [ana, ben] = [await personWithPasskey(), await personWithPasskey()];
  const browser = await startPendingSignIn(ana.person.otherBrowser());
  const proof = await answer(browser, ben.key);
  refused(await browser.post("/auth/two-factor", proof), "INVALID_PASSKEY");
  expectStatus(await browser.get("/auth/context"), 401);
  // The sign-in is still pending, and the right passkey completes it.
  const right = await answer(browser, ana.key);
  expectStatus(await browser.post("/auth/two-factor", right), 200);
});

test("a second factor without a pending sign-in is refused", async () => {
  const { person, key } = await personWithPasskey();
  const browser = person.otherBrowser();
  const proof = await answer(browser, key);
  refused(await browser.post("/auth/two-factor", proof), "SIGN_IN_EXPIRED");
  expectStatus(await browser.get("/auth/context"), 401);
});

test("of ten parallel calls with one assertion, one signs in", async () => {
  const { person, key } = await personWithPasskey();
  const browser = await startPendingSignIn(person.otherBrowser());
  const proof = await answer(browser, key);
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => browser.post("/auth/two-factor", proof)),
  );
  const statuses = answers.map(({ status }) => status).toSorted();
  expect(statuses).toEqual([200, ...Array.from({ length: 9 }, () => 401)]);
  expectStatus(await browser.get("/auth/context"), 200);
});

test("a recovery code replaces a lost passkey", async () => {
  const { person, recoveryCodes } = await personWithPasskey();
  const browser = await startPendingSignIn(person.otherBrowser());
  expectStatus(await submitCode(browser, recoveryCodes[0] ?? ""), 200);
});

test("an app added beside a passkey creates no new recovery codes, and its removal keeps them", async () => {
  const { person } = await personWithPasskey();
  const app = await addApp(server, person);
  expect(app.recoveryCodes).toEqual([]);
  expectStatus(await person.delete("/auth/two-factor/totp"), 204);
  const { body } = await person.get("/auth/two-factor");
  expect(body).toMatchObject({
    totp: false,
    passkeys: 1,
    recoveryCodesLeft: 10,
  });
});

test("a passkey reauthenticates its own user only", async () => {
  const [ana, ben] = [await personWithPasskey(), await personWithPasskey()];
  const { person } = ana;
  await ageLastSignIn(server, person);
  const path = "/auth/two-factor/recovery-codes";
  const other = await answer(person, ben.key);
  refused(await person.post("/auth/reauthenticate", other), "INVALID_PASSKEY");
  expectStatus(await person.post(path), 403);
  const own = await answer(person, ana.key);
  expectStatus(await person.post("/auth/reauthenticate", own), 204);
  expectStatus(await person.post(path), 200);
});
