import { expect } from "bun:test";
import {
  addApp,
  startPendingSignIn,
  submitCode,
  startApp,
} from "../kit/authenticator-app";
import { expectStatus } from "../kit/server";
import { count, outcome, race, raceOf } from "./rounds";
import { serverSuite } from "../kit/suite";

const server = serverSuite();

function sessionsOf({ id }: { id: string }) {
  return count(server, "select count(*) from sessions where user_id = ?", id);
}

async function personWithApp() {
  const person = await server.person();
  const app = await addApp(server, person);
  const browsers = [person.otherBrowser(), person.otherBrowser()];
  for (const browser of browsers) await startPendingSignIn(browser);
  return { person, app, browsers };
}

race("a code given twice at once signs in once", server, async () => {
  const { person, app, browsers } = await personWithApp();
  const code = app.nextCode();
  const answers = await raceOf(
    server,
    ...browsers.map((browser) => () => submitCode(browser, code)),
  );
  expect(outcome(answers)).toEqual(["200", "INVALID_CODE"]);
  expect(await sessionsOf(person)).toBe(2);
});

race("a recovery code given twice at once signs in once", server, async () => {
  const { person, app, browsers } = await personWithApp();
  const [code = ""] = app.recoveryCodes;
  const answers = await raceOf(
    server,
    ...browsers.map((browser) => () => submitCode(browser, code)),
  );
  expect(outcome(answers)).toEqual(["200", "INVALID_CODE"]);
  expect(await sessionsOf(person)).toBe(2);
  const status = await person.get("/auth/two-factor");
  expect(Number(status.body.recoveryCodesLeft)).toBe(9);
});

race("two different codes complete one sign-in once", server, async () => {
  const { person, app, browsers } = await personWithApp();
  const [browser = person] = browsers;
  const codes = [app.nextCode(), app.recoveryCodes[0] ?? ""];
  const answers = await raceOf(
    server,
    ...codes.map((code) => () => submitCode(browser, code)),
  );
  expect(outcome(answers)).toEqual(["200", "SIGN_IN_EXPIRED"]);
  expect(await sessionsOf(person)).toBe(2);
  expectStatus(await browser.get("/auth/context"), 200);
});

race(
  "a password that is replaced meanwhile leaves nobody signed in by code",
  server,
  async () => {
    const { person, app, browsers } = await personWithApp();
    const [intruder = person] = browsers;
    const code = app.nextCode();
    const change = {
      currentPassword: person.password,
      newPassword: "another long passphrase",
    };
    await raceOf(
      server,
      () => submitCode(intruder, code),
      () => person.post("/auth/change-password", change),
    );
    expect(await sessionsOf(person)).toBe(1);
    expectStatus(await person.get("/auth/context"), 200);
    expectStatus(await intruder.get("/auth/context"), 401);
  },
);

race(
  "an app confirmed twice at once is confirmed once, with one set of recovery codes",
  server,
  async () => {
    const person = await server.person();
    const other = person.otherBrowser();
    expectStatus(await other.signIn(), 200);
    const code = (await startApp(server, person)).code();
    const answers = await raceOf(
      server,
      ...[person, other].map(
        (browser) => () =>
          browser.post("/auth/two-factor/totp/confirm", { code }),
      ),
    );
    expect(outcome(answers)).toEqual(["200", "INVALID_CODE"]);
    const codes = "select count(*) from recovery_codes where user_id = ?";
    expect(await count(server, codes, person.id)).toBe(10);
  },
);

race(
  "recovery codes are not renewed for whoever removes the last factor meanwhile",
  server,
  async () => {
    const person = await server.person();
    await addApp(server, person);
    await raceOf(
      server,
      () => person.delete("/auth/two-factor/totp"),
      () => person.post("/auth/two-factor/recovery-codes"),
    );
    const codes = "select count(*) from recovery_codes where user_id = ?";
    expect(await count(server, codes, person.id)).toBe(0);
  },
);
