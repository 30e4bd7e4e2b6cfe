import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import type { Actor, Answer } from "../../../testing/actor";
import {
  addApp,
  beginSignIn,
  giveCode,
} from "../../../testing/authenticator-app";
import {
  expectStatus,
  startServer,
  type TestServer,
} from "../../../testing/kit";
import { problemOf } from "../../../testing/problem";
import { procedures, callRest } from "../../../testing/procedures";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

const MINUTE = 60_000;

async function personWithApp() {
  const person = await server.person();
  const app = await addApp(server, person);
  // The codes up to now are behind it: what is shown next was never given.
  server.passTime(MINUTE);
  return { person, app };
}

function refused(answer: Answer, reason: string) {
  expectStatus(answer, 401);
  expect(problemOf(answer).reason).toBe(reason);
}

async function isSignedIn(actor: Actor) {
  const { status } = await actor.get("/auth/context");
  return status === 200;
}

test("the password alone gives no session, password and code do", async () => {
  const { person, app } = await personWithApp();
  const browser = person.elsewhere();
  const half = expectStatus(await browser.signIn(), 200);
  expect(half.body).toEqual({
    twoFactorRequired: true,
    methods: ["totp", "recoveryCode"],
  } as never);
  expect(await isSignedIn(browser)).toBe(false);
  const pending = await browser.get("/auth/two-factor/pending");
  expect(pending.body).toEqual({ methods: ["totp", "recoveryCode"] } as never);

  const answer = expectStatus(await giveCode(browser, app.code()), 200);
  expect(answer.body.user).toMatchObject({
    id: person.id,
    email: person.email,
  });
  expect(await isSignedIn(browser)).toBe(true);
  const [mail] = await server.mailsTo(person.email);
  expect(mail?.subject).toBe("New sign-in to your account");
});

test("digits may be typed in groups", async () => {
  const { person, app } = await personWithApp();
  const browser = await beginSignIn(person.elsewhere());
  const code = app.code();
  const typed = ` ${code.slice(0, 3)} ${code.slice(3)} `;
  expectStatus(await giveCode(browser, typed), 200);
});

describe("a code", () => {
  test("works once", async () => {
    const { person, app } = await personWithApp();
    const [first, second] = [person.elsewhere(), person.elsewhere()];
    await beginSignIn(first);
    await beginSignIn(second);
    const code = app.code();
    expectStatus(await giveCode(first, code), 200);
    refused(await giveCode(second, code), "INVALID_CODE");
    expect(await isSignedIn(second)).toBe(false);
    expectStatus(await giveCode(second, app.nextCode()), 200);
  });

  test("given ten times at once works once", async () => {
    const { person, app } = await personWithApp();
    const browsers = Array.from({ length: 10 }, () => person.elsewhere());
    await Promise.all(browsers.map(beginSignIn));
    const code = app.code();
    const answers = await Promise.all(
      browsers.map((browser) => giveCode(browser, code)),
    );
    const statuses = answers.map(({ status }) => status).toSorted();
    expect(statuses).toEqual([200, ...Array.from({ length: 9 }, () => 401)]);
    const signedIn = await Promise.all(browsers.map(isSignedIn));
    expect(signedIn.filter(Boolean)).toHaveLength(1);
  });

  test("that came after is not followed by one that came before", async () => {
    const { person, app } = await personWithApp();
    const [first, second] = [person.elsewhere(), person.elsewhere()];
    await beginSignIn(first);
    await beginSignIn(second);
    const earlier = app.code();
    expectStatus(await giveCode(first, app.code(1)), 200);
    refused(await giveCode(second, earlier), "INVALID_CODE");
  });

  test("of half a minute ago is taken, of a minute and a half is not", async () => {
    const { person, app } = await personWithApp();
    const browser = await beginSignIn(person.elsewhere());
    server.passTime(2 * MINUTE);
    refused(await giveCode(browser, app.code(-3)), "INVALID_CODE");
    refused(await giveCode(browser, app.code(3)), "INVALID_CODE");
    expectStatus(await giveCode(browser, app.code(-1)), 200);
  });

  test("of somebody else signs nobody in, nor does the app that only they have", async () => {
    const [ana, ben] = [await personWithApp(), await personWithApp()];
    const browser = await beginSignIn(ana.person.elsewhere());
    refused(await giveCode(browser, ben.app.code()), "INVALID_CODE");
    const [recoveryCode = ""] = ben.app.recoveryCodes;
    refused(await giveCode(browser, recoveryCode), "INVALID_CODE");
    expect(await isSignedIn(browser)).toBe(false);
    // Nothing of Ben's was used up.
    const bens = await beginSignIn(ben.person.elsewhere());
    expectStatus(await giveCode(bens, recoveryCode), 200);
    const again = await beginSignIn(ben.person.elsewhere());
    expectStatus(await giveCode(again, ben.app.code()), 200);
  });
});

describe("a recovery code", () => {
  test("works once, however it is typed, and the owner is told how many are left", async () => {
    const { person, app } = await personWithApp();
    const [code = "", other = ""] = app.recoveryCodes;
    const typed = ` ${code.toUpperCase().replaceAll("-", " – ")} `
      .replaceAll("0", "O")
      .replaceAll("1", "l");
    const browser = await beginSignIn(person.elsewhere());
    expectStatus(await giveCode(browser, typed), 200);
    const status = await browser.get("/auth/two-factor");
    expect(Number(status.body.recoveryCodesLeft)).toBe(9);
    server.passTime(2 * 60 * MINUTE);
    const mails = await server.mailsTo(person.email);
    const told = mails.find(
      ({ subject }) => subject === "A recovery code was used",
    );
    expect(told?.text).toContain("9 are left");

    const next = await beginSignIn(person.elsewhere());
    refused(await giveCode(next, code), "INVALID_CODE");
    expectStatus(await giveCode(next, other), 200);
  });

  test("given ten times at once works once", async () => {
    const { person, app } = await personWithApp();
    const browsers = Array.from({ length: 10 }, () => person.elsewhere());
    await Promise.all(browsers.map(beginSignIn));
    const [code = ""] = app.recoveryCodes;
    await Promise.all(browsers.map((browser) => giveCode(browser, code)));
    const signedIn = await Promise.all(browsers.map(isSignedIn));
    expect(signedIn.filter(Boolean)).toHaveLength(1);
  });
});

describe("a sign-in that waits for the second factor", () => {
  test("opens nothing else", async () => {
    const { person } = await personWithApp();
    const browser = await beginSignIn(person.elsewhere());
    const closed = procedures.filter(({ meta }) => meta.openapi?.protect);
    expect(closed.length).toBeGreaterThan(30);
    for (const { path } of closed) {
      const answer = await callRest(browser, path, { org: "acme", id: "x" });
      expect({ [path]: answer.status }).toEqual({ [path]: 401 });
    }
  });

  test("is answered once", async () => {
    const { person, app } = await personWithApp();
    const browser = await beginSignIn(person.elsewhere());
    const kept = { headers: { cookie: browser.cookie } };
    expectStatus(await giveCode(browser, app.code()), 200);
    const again = await browser.post(
      "/auth/two-factor",
      { code: app.nextCode() },
      kept,
    );
    refused(again, "SIGN_IN_EXPIRED");
  });

  test("sent twice at once by one browser leaves it signed in", async () => {
    const { person, app } = await personWithApp();
    const browser = await beginSignIn(person.elsewhere());
    const code = app.code();
    const answers = await server.race([
      () => giveCode(browser, code),
      () => giveCode(browser, code),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 401]);
    const loser = answers.find(({ status }) => status === 401);
    expect(loser?.headers.getSetCookie()).toEqual([]);
    expect(await isSignedIn(browser)).toBe(true);
  });

  test("is over after ten minutes", async () => {
    const { person, app } = await personWithApp();
    const browser = await beginSignIn(person.elsewhere());
    server.passTime(10 * MINUTE + 1000);
    refused(await giveCode(browser, app.code()), "SIGN_IN_EXPIRED");
    refused(await browser.get("/auth/two-factor/pending"), "SIGN_IN_EXPIRED");
  });

  test("is over once the password is another", async () => {
    const { person, app } = await personWithApp();
    const browser = await beginSignIn(person.elsewhere());
    const change = {
      currentPassword: person.password,
      newPassword: "another long passphrase",
    };
    expectStatus(await person.post("/auth/change-password", change), 204);
    refused(await giveCode(browser, app.code()), "SIGN_IN_EXPIRED");
  });

  test("is over once its person is suspended", async () => {
    const { person, app } = await personWithApp();
    const browser = await beginSignIn(person.elsewhere());
    await server.db.client.execute({
      sql: "update users set suspended_at = ? where id = ?",
      args: [Date.now(), person.id],
    });
    refused(await giveCode(browser, app.code()), "SIGN_IN_EXPIRED");
  });

  test("is over once there is no second factor to give", async () => {
    const { person } = await personWithApp();
    const browser = await beginSignIn(person.elsewhere());
    expectStatus(await person.delete("/auth/two-factor/totp"), 204);
    refused(await browser.get("/auth/two-factor/pending"), "SIGN_IN_EXPIRED");
    expect((await browser.signIn()).body.user).toBeDefined();
  });

  test("belongs to the browser: another one's cookie names another person", async () => {
    const [ana, ben] = [await personWithApp(), await personWithApp()];
    const anas = await beginSignIn(ana.person.elsewhere());
    const bens = await beginSignIn(ben.person.elsewhere());
    const swapped = await bens.post(
      "/auth/two-factor",
      { code: ben.app.code() },
      { headers: { cookie: anas.cookie } },
    );
    refused(swapped, "INVALID_CODE");
    refused(
      await giveCode(server.stranger(), ben.app.code()),
      "SIGN_IN_EXPIRED",
    );
  });

  test("takes exactly one proof", async () => {
    const { person, app } = await personWithApp();
    const browser = await beginSignIn(person.elsewhere());
    expectStatus(await browser.post("/auth/two-factor", {}), 400);
    const code = app.code();
    const both = { code, password: person.password };
    expectStatus(await browser.post("/auth/two-factor", both), 400);
    expectStatus(await giveCode(browser, code), 200);
  });
});

test("a link to a new password asks for the second factor, and gives no session before", async () => {
  const { person, app } = await personWithApp();
  const browser = person.elsewhere();
  const { email } = person;
  expectStatus(await browser.post("/auth/forgot-password", { email }), 202);
  const token = await server.mailedToken(email, "reset");
  const password = "another long passphrase";
  const reset = await browser.post("/auth/reset-password", { token, password });
  expect(expectStatus(reset, 200).body.twoFactorRequired).toBe(true as never);
  expect(await isSignedIn(browser)).toBe(false);
  expectStatus(await giveCode(browser, app.code()), 200);
  expect(await isSignedIn(browser)).toBe(true);
});
