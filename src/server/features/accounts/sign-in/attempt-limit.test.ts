import { beforeEach, expect, test } from "bun:test";
import type { Actor } from "#testing/kit/actor";
import {
  addApp,
  startPendingSignIn,
  type Enrolled,
  submitCode,
} from "#testing/kit/authenticator-app";
import { expectStatus } from "#testing/kit/server";
import { serverOfEachTest } from "#testing/kit/suite";
import { problemOf } from "#testing/kit/problem";

/** Each call comes from another client address, so that the limits for one client do not apply. */
let clients = 0;
const fromElsewhere = () => ({
  headers: { "x-forwarded-for": `203.0.113.${++clients}` },
});

const server = serverOfEachTest({
  RATE_LIMIT_FACTOR: "1",
  TRUSTED_PROXIES: "127.0.0.1,::1",
});
let ana: Actor;
let app: Enrolled;
beforeEach(async () => {
  clients = 0;
  ana = await server.person();
  app = await addApp(server, ana);
});

async function stranger() {
  const browser = ana.otherBrowser();
  const { email, password } = ana;
  const half = { email, password };
  expectStatus(await browser.post("/auth/sign-in", half, fromElsewhere()), 200);
  return browser;
}

function guess(browser: Actor, code: string) {
  return browser.post("/auth/two-factor", { code }, fromElsewhere());
}

/** Returns a code that is wrong in each of the three accepted time steps. */
function wrongCode() {
  const right = [-1, 0, 1].map((step) => app.code(step));
  return ["000000", "111111", "222222", "333333"].find(
    (code) => !right.includes(code),
  );
}

test("after ten wrong codes of either kind, no code is accepted", async () => {
  for (let index = 0; index < 10; index++) {
    const browser = await stranger();
    const code = index % 2 ? "abcd-efgh-jkmn-pqrs" : (wrongCode() ?? "");
    expectStatus(await guess(browser, code), 401);
  }
  const browser = await stranger();
  const [recoveryCode = ""] = app.recoveryCodes;
  for (const code of [app.nextCode(), recoveryCode]) {
    const answer = expectStatus(await guess(browser, code), 429);
    expect(problemOf(answer).reason).toBe("RATE_LIMITED");
  }
  // The guesses of strangers do not count against a known device of the user.
  expectStatus(
    await ana.post("/auth/reauthenticate", { code: app.code() }),
    204,
  );
});

/** Passes fifteen minutes. */
async function forgetQuarter(): Promise<void> {
  const { limits } = server.services.deps;
  for (let index = 0; index < 10; index++)
    await limits.giveBack("secondFactorFailure", ana.id);
}

const TOLD = "Failed sign-in attempts with your password";

async function timesTold(): Promise<number> {
  const mails = await server.mailsTo(ana.email);
  return mails.filter(({ subject }) => subject === TOLD).length;
}

test("after thirty wrong codes in a day, no code is accepted", async () => {
  const code = wrongCode() ?? "";
  for (let index = 0; index < 30; index++) {
    if (index % 10 === 0) await forgetQuarter();
    expectStatus(await guess(await stranger(), code), 401);
  }
  await forgetQuarter();
  const late = expectStatus(await guess(await stranger(), app.nextCode()), 429);
  // The limit of fifteen minutes allows a code again, but the limit of a day still refuses it.
  expect(Number(late.headers.get("retry-after"))).toBeGreaterThan(3600);
  expect(await timesTold()).toBe(1);
  expectStatus(await ana.post("/auth/sign-out"), 204);
  await startPendingSignIn(ana);
  expectStatus(await submitCode(ana, app.nextCode()), 200);
});

test("refused guesses do not count for the day", async () => {
  const browser = await stranger();
  const code = wrongCode() ?? "";
  for (let index = 0; index < 40; index++) await guess(browser, code);
  await forgetQuarter();
  for (let index = 0; index < 30; index++) await forgetQuarter();
  expectStatus(await guess(await stranger(), app.nextCode()), 200);
});

test("the third wrong code of a day notifies the owner once", async () => {
  const browser = await stranger();
  for (let index = 0; index < 2; index++)
    expectStatus(await guess(browser, wrongCode() ?? ""), 401);
  expect(await timesTold()).toBe(0);
  expectStatus(await guess(browser, "abcd-efgh-jkmn-pqrs"), 401);
  expect(await timesTold()).toBe(1);
  const [mail] = await server.mailsTo(ana.email);
  expect(mail?.text).toContain("three incorrect two-factor codes");
  expect(mail?.text).toContain("IP address: 203.0.113.");
  expectStatus(await guess(browser, wrongCode() ?? ""), 401);
  expect(await timesTold()).toBe(1);
  // A wrong code at a reauthentication causes no mail, because it does not show that someone knows the password.
  for (let index = 0; index < 4; index++)
    await ana.post(
      "/auth/reauthenticate",
      { code: wrongCode() },
      fromElsewhere(),
    );
  expect(await timesTold()).toBe(1);
});

test("parallel guesses do not outrun the limit", async () => {
  const browsers: Actor[] = [];
  while (browsers.length < 20) browsers.push(await stranger());
  const code = wrongCode() ?? "";
  const answers = await Promise.all(
    browsers.map((browser) => guess(browser, code)),
  );
  const looked = answers.filter(({ status }) => status === 401);
  expect(looked).toHaveLength(10);
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(10);
});

test("guesses of strangers do not lock out a known device", async () => {
  for (let index = 0; index < 10; index++)
    await guess(await stranger(), wrongCode() ?? "");
  expectStatus(await ana.post("/auth/sign-out"), 204);
  await startPendingSignIn(ana);
  expectStatus(await submitCode(ana, app.nextCode()), 200);
});

test("a right code does not count", async () => {
  for (let index = 0; index < 12; index++) {
    const browser = await stranger();
    expectStatus(await guess(browser, app.nextCode()), 200);
  }
});

test("the first code of an authenticator app has the same limit", async () => {
  const ben = await server.person();
  expectStatus(
    await ben.post("/auth/two-factor/totp", {}, fromElsewhere()),
    200,
  );
  const statuses: number[] = [];
  for (let index = 0; index < 11; index++) {
    const code = { code: "not-a-code" };
    const answer = await ben.post(
      "/auth/two-factor/totp/confirm",
      code,
      fromElsewhere(),
    );
    statuses.push(answer.status);
  }
  expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429]);
});
