import { expect, test } from "bun:test";
import {
  startPendingSignIn,
  submitCode,
  isSignedIn,
  personWithApp,
  refused,
} from "#testing/kit/authenticator-app";
import { expectStatus } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";
import { procedures, callRest } from "#testing/matrix/procedures";

const server = serverSuite();

const MINUTE = 60_000;

test("a pending sign-in grants no access", async () => {
  const { person } = await personWithApp(server);
  const browser = await startPendingSignIn(person.otherBrowser());
  const closed = procedures.filter(({ meta }) => meta.openapi?.isProtected);
  expect(closed.length).toBeGreaterThan(30);
  for (const { path } of closed) {
    const answer = await callRest(browser, path, { org: "acme", id: "x" });
    expect({ [path]: answer.status }).toEqual({ [path]: 401 });
  }
});

test("a pending sign-in is completed once", async () => {
  const { person, app } = await personWithApp(server);
  const browser = await startPendingSignIn(person.otherBrowser());
  const kept = { headers: { cookie: browser.cookie } };
  expectStatus(await submitCode(browser, app.code()), 200);
  const again = await browser.post(
    "/auth/two-factor",
    { code: app.nextCode() },
    kept,
  );
  refused(again, "SIGN_IN_EXPIRED");
});

test("a pending sign-in completed twice in parallel leaves the browser signed in", async () => {
  const { person, app } = await personWithApp(server);
  const browser = await startPendingSignIn(person.otherBrowser());
  const code = app.code();
  const answers = await server.race([
    () => submitCode(browser, code),
    () => submitCode(browser, code),
  ]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 401]);
  const loser = answers.find(({ status }) => status === 401);
  expect(loser?.headers.getSetCookie()).toEqual([]);
  expect(await isSignedIn(browser)).toBe(true);
});

test("a pending sign-in expires after ten minutes", async () => {
  const { person, app } = await personWithApp(server);
  const browser = await startPendingSignIn(person.otherBrowser());
  server.passTime(10 * MINUTE + 1000);
  refused(await submitCode(browser, app.code()), "SIGN_IN_EXPIRED");
  refused(await browser.get("/auth/two-factor/pending"), "SIGN_IN_EXPIRED");
});

test("a pending sign-in ends when the password changes", async () => {
  const { person, app } = await personWithApp(server);
  const browser = await startPendingSignIn(person.otherBrowser());
  const change = {
    currentPassword: person.password,
    newPassword: "another long passphrase",
  };
  expectStatus(await person.post("/auth/change-password", change), 204);
  refused(await submitCode(browser, app.code()), "SIGN_IN_EXPIRED");
});

test("a pending sign-in ends when the user is suspended", async () => {
  const { person, app } = await personWithApp(server);
  const browser = await startPendingSignIn(person.otherBrowser());
  await server.db.client.execute({
    sql: "update users set suspended_at = ? where id = ?",
    args: [Date.now(), person.id],
  });
  refused(await submitCode(browser, app.code()), "SIGN_IN_EXPIRED");
});

test("a pending sign-in ends when the last second factor is removed", async () => {
  const { person } = await personWithApp(server);
  const browser = await startPendingSignIn(person.otherBrowser());
  expectStatus(await person.delete("/auth/two-factor/totp"), 204);
  refused(await browser.get("/auth/two-factor/pending"), "SIGN_IN_EXPIRED");
  expect((await browser.signIn()).body.user).toBeDefined();
});

test("a pending sign-in belongs to its browser", async () => {
  const [ana, ben] = [await personWithApp(server), await personWithApp(server)];
  const anas = await startPendingSignIn(ana.person.otherBrowser());
  const bens = await startPendingSignIn(ben.person.otherBrowser());
  const swapped = await bens.post(
    "/auth/two-factor",
    { code: ben.app.code() },
    { headers: { cookie: anas.cookie } },
  );
  refused(swapped, "INVALID_CODE");
  refused(
    await submitCode(server.stranger(), ben.app.code()),
    "SIGN_IN_EXPIRED",
  );
});

test("a pending sign-in takes exactly one second factor", async () => {
  const { person, app } = await personWithApp(server);
  const browser = await startPendingSignIn(person.otherBrowser());
  expectStatus(await browser.post("/auth/two-factor", {}), 400);
  const code = app.code();
  const both = { code, password: person.password };
  expectStatus(await browser.post("/auth/two-factor", both), 400);
  expectStatus(await submitCode(browser, code), 200);
});
