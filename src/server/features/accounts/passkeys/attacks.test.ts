import { expect, test } from "bun:test";
import type { Actor, Answer } from "#testing/kit/actor";
import {
  addPasskey,
  type Authenticator,
  createAuthenticator,
  startRegistration,
  startSignIn,
  type Tampering,
} from "#testing/kit/authenticator";
import { startServer } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";

const server = serverSuite();

async function holder() {
  const person = await server.person();
  const key = createAuthenticator(server.url);
  const { passkey } = await addPasskey(person, key);
  return { person, key, passkey };
}

async function signIn(
  browser: Actor,
  key: Authenticator,
  tampering?: Tampering,
) {
  const response = key.answer(await startSignIn(browser), tampering);
  return browser.post("/auth/passkeys/sign-in", { response });
}

async function expectRefused(browser: Actor, answer: Answer) {
  expect([answer.status, reasonOf(answer)]).toEqual([401, "INVALID_PASSKEY"]);
  expect((await browser.get("/auth/me")).status).toBe(401);
}

const reasonOf = ({ body }: Answer) => body.reason;

const TAMPERED: Record<string, Tampering> = {
  "was made on another site": { origin: "https://evil.example" },
  "was made on another port of this host": { origin: "http://localhost:1" },
  "is for another host": { rpId: "evil.example" },
  "lacks user verification": { isVerified: false },
  "has an unknown challenge": { challenge: "A".repeat(43) },
  "has the user handle of another user": { userHandle: "dXNyX3NvbWVib2R5" },
  "has no user handle": { userHandle: undefined },
  "names an unknown passkey": { credentialId: "A".repeat(43) },
  "has the type of a registration": { type: "webauthn.create" },
};

test.each(Object.entries(TAMPERED))(
  "an assertion is refused if it %s",
  async (_, tampering) => {
    const { person, key } = await holder();
    const browser = person.otherBrowser();
    const asked = await startSignIn(browser);
    const response = key.answer(asked, tampering);
    if ("userHandle" in tampering && tampering.userHandle === undefined)
      delete response.response.userHandle;
    await expectRefused(
      browser,
      await browser.post("/auth/passkeys/sign-in", { response }),
    );
    expect((await signIn(browser, key)).status).toBe(200);
  },
);

test("an assertion works once, also in the same browser", async () => {
  const { person, key } = await holder();
  const browser = person.otherBrowser();
  const response = key.answer(await startSignIn(browser));
  const send = () => browser.post("/auth/passkeys/sign-in", { response });
  expect((await send()).status).toBe(200);
  await browser.post("/auth/sign-out");
  await expectRefused(browser, await send());
});

test("a repeated assertion of a passkey without a counter is refused", async () => {
  const { person, key } = await holder();
  const browser = person.otherBrowser();
  const response = key.answer(await startSignIn(browser), { counter: 0 });
  const send = () => browser.post("/auth/passkeys/sign-in", { response });
  expect((await send()).status).toBe(200);
  await browser.post("/auth/sign-out");
  await expectRefused(browser, await send());
});

test("an assertion does not work in another browser", async () => {
  const { person, key } = await holder();
  const victim = person.otherBrowser();
  const response = key.answer(await startSignIn(victim));
  for (const thief of [server.stranger(), person.otherBrowser()]) {
    const send = () => thief.post("/auth/passkeys/sign-in", { response });
    await expectRefused(thief, await send());
    await startSignIn(thief);
    await expectRefused(thief, await send());
  }
  expect(
    (await victim.post("/auth/passkeys/sign-in", { response })).status,
  ).toBe(200);
});

test("an assertion sent many times in parallel starts one session", async () => {
  const { person, key } = await holder();
  const browser = person.otherBrowser();
  const response = key.answer(await startSignIn(browser), { counter: 0 });
  const before = await sessionsOf(person);
  const send = () => browser.post("/auth/passkeys/sign-in", { response });
  const answers = await server.race(Array.from({ length: 8 }, () => send));
  const statuses = answers.map(({ status }) => status).toSorted();
  expect(statuses).toEqual([200, 401, 401, 401, 401, 401, 401, 401]);
  expect(await sessionsOf(person)).toBe(before + 1);
});

test("an assertion after five minutes is refused", async () => {
  const own = await startServer();
  try {
    const person = await own.person();
    const key = createAuthenticator(own.url);
    await addPasskey(person, key);
    const browser = person.otherBrowser();
    const response = key.answer(await startSignIn(browser));
    own.passTime(5 * 60 * 1000);
    await expectRefused(
      browser,
      await browser.post("/auth/passkeys/sign-in", { response }),
    );
  } finally {
    await own.stop();
  }
});

test("a changed signature or changed signed data is refused", async () => {
  const { person, key } = await holder();
  const browser = person.otherBrowser();
  for (const field of ["signature", "authenticatorData"] as const) {
    const response = key.answer(await startSignIn(browser));
    const bytes = Buffer.from(response.response[field], "base64url");
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    response.response[field] = bytes.toString("base64url");
    await expectRefused(
      browser,
      await browser.post("/auth/passkeys/sign-in", { response }),
    );
  }
});

test("a counter that does not increase is refused as a copy", async () => {
  const { person, key } = await holder();
  const browser = person.otherBrowser();
  expect((await signIn(browser, key, { counter: 7 })).status).toBe(200);
  await browser.post("/auth/sign-out");
  for (const counter of [7, 6, 0])
    await expectRefused(browser, await signIn(browser, key, { counter }));
  expect((await signIn(browser, key, { counter: 8 })).status).toBe(200);
});

test("of a passkey and its copy used in parallel, one signs in", async () => {
  const { person, key } = await holder();
  const uses = await Promise.all(
    [person.otherBrowser(), person.otherBrowser()].map(async (browser) => {
      const asked = await startSignIn(browser);
      const response = key.answer(asked, { counter: 5 });
      return () => browser.post("/auth/passkeys/sign-in", { response });
    }),
  );
  const answers = await server.race(uses);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 401]);
});

test("a signature with the user handle of another user is refused", async () => {
  const [ada, bob] = [await holder(), await holder()];
  const browser = server.stranger();
  const asked = await startSignIn(browser);
  const { id, response } = bob.key.answer(asked);
  const tampering = { credentialId: id, userHandle: response.userHandle };
  await expectRefused(
    browser,
    await browser.post("/auth/passkeys/sign-in", {
      response: ada.key.answer(asked, tampering),
    }),
  );
});

test("a registration of one user can't be completed by another", async () => {
  const [ada, bob] = [await server.person(), await server.person()];
  const forAda = await startRegistration(ada);
  const key = createAuthenticator(server.url);
  await startRegistration(bob);
  const sent = await bob.post("/auth/passkeys", {
    name: "Mine",
    response: key.make(forAda),
  });
  expect([sent.status, reasonOf(sent)]).toEqual([401, "INVALID_PASSKEY"]);
  expect(await passkeysOf(bob)).toHaveLength(0);
});

test("a sign-in challenge does not register a passkey, and vice versa", async () => {
  const { person, key } = await holder();
  const other = createAuthenticator(server.url);
  const { challenge } = await startSignIn(person);
  const user = { id: Buffer.from(person.id).toString("base64url") };
  const added = await person.post("/auth/passkeys", {
    name: "Mine",
    response: other.make({ challenge, user }),
  });
  expect(added.status).toBe(401);
  const forNew = await startRegistration(person);
  const signedIn = await person.post("/auth/passkeys/sign-in", {
    response: key.answer(forNew),
  });
  expect(signedIn.status).toBe(401);
  expect(await passkeysOf(person)).toHaveLength(1);
});

test.each(
  Object.entries({
    "on another site": { origin: "https://evil.example" },
    "for another host": { rpId: "evil.example" },
    "without a finger or a PIN": { isVerified: false },
  } satisfies Record<string, Tampering>),
)("a key that was made %s is not added", async (_, tampering) => {
  const person = await server.person();
  const key = createAuthenticator(server.url);
  const response = key.make(await startRegistration(person), tampering);
  const sent = await person.post("/auth/passkeys", { name: "Key", response });
  expect([sent.status, reasonOf(sent)]).toEqual([401, "INVALID_PASSKEY"]);
  expect(await passkeysOf(person)).toHaveLength(0);
});

test("a registration sent many times in parallel adds one passkey", async () => {
  const person = await server.person();
  const key = createAuthenticator(server.url);
  const response = key.make(await startRegistration(person));
  const send = () => person.post("/auth/passkeys", { name: "Key", response });
  const answers = await server.race(Array.from({ length: 5 }, () => send));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  const [row] = (
    await server.db.client.execute({
      sql: "select count(*) as n from passkeys where user_id = ?",
      args: [person.id],
    })
  ).rows;
  expect(row?.n).toBe(1);
});

test("a registration challenge adds one passkey", async () => {
  const person = await server.person();
  const asked = await startRegistration(person);
  const statuses = [];
  for (const name of ["First", "Second"]) {
    const response = createAuthenticator(server.url).make(asked);
    const answer = await person.post("/auth/passkeys", { name, response });
    statuses.push(answer.status);
  }
  expect(statuses).toEqual([201, 401]);
  expect(await passkeysOf(person)).toHaveLength(1);
});

test("a passkey of one user can't be added to another account", async () => {
  const { key } = await holder();
  const bob = await server.person();
  const response = key.make(await startRegistration(bob));
  const sent = await bob.post("/auth/passkeys", { name: "Key", response });
  expect([sent.status, reasonOf(sent)]).toEqual([401, "INVALID_PASSKEY"]);
});

test("a removed passkey does not sign in", async () => {
  const { person, key, passkey } = await holder();
  expect((await person.delete(`/auth/passkeys/${passkey.id}`)).status).toBe(
    204,
  );
  const browser = person.otherBrowser();
  await expectRefused(browser, await signIn(browser, key));
});

test("a sign-in fails if its passkey is removed in parallel and first", async () => {
  const { person, key, passkey } = await holder();
  const browser = person.otherBrowser();
  const response = key.answer(await startSignIn(browser));
  const [signedIn, removed] = await server.race([
    () => browser.post("/auth/passkeys/sign-in", { response }),
    () => person.delete(`/auth/passkeys/${passkey.id}`),
  ]);
  expect(removed?.status).toBe(204);
  const hasSession = (await browser.get("/auth/me")).status === 200;
  expect(hasSession).toBe(signedIn?.status === 200);
  await browser.post("/auth/sign-out");
  await expectRefused(browser, await signIn(browser, key));
});

test("a passkey of a suspended user does not sign in", async () => {
  const { person, key } = await holder();
  await server.db.client.execute({
    sql: "update users set suspended_at = 1 where id = ?",
    args: [person.id],
  });
  const browser = person.otherBrowser();
  await expectRefused(browser, await signIn(browser, key));
});

test("requested challenges are not stored", async () => {
  const browser = server.stranger();
  const count = async () =>
    (
      await server.db.client.execute(
        "select count(*) as n from passkey_challenges",
      )
    ).rows[0]?.n;
  const before = await count();
  for (let i = 0; i < 20; i++) await startSignIn(browser);
  expect(await count()).toBe(before);
});

async function passkeysOf(actor: Actor) {
  const { body } = await actor.get<"passkeys.list">("/auth/passkeys");
  return body.items;
}

async function sessionsOf(actor: Actor) {
  const { body } = await actor.get<"auth.sessions">("/auth/sessions");
  return body.items.length;
}
