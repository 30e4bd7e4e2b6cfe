import { expect, test } from "bun:test";
import type { Actor, Answer } from "#testing/kit/actor";
import {
  addPasskey,
  createAuthenticator,
  startRegistration,
  startSignIn,
} from "#testing/kit/authenticator";
import { addLinkedAccount } from "#testing/kit/linked-account";
import { expectStatus, startServer } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";

const ELEVEN_MINUTES = 11 * 60 * 1000;
const GOOGLE = { GOOGLE_CLIENT_ID: "id", GOOGLE_CLIENT_SECRET: "secret" };

const server = serverSuite();

const key = () => createAuthenticator(server.url);

test("a passkey signs in without another factor, and its use is stored", async () => {
  const person = await server.person();
  const authenticator = key();
  await addPasskey(person, authenticator, { name: "Laptop" });
  expect(await listOf(person)).toMatchObject([
    { name: "Laptop", isSynced: false, lastUsedAt: null },
  ]);
  const browser = person.otherBrowser();
  const response = authenticator.answer(await startSignIn(browser));
  const answer = await browser.post("/auth/passkeys/sign-in", { response });
  expect(expectStatus(answer, 200).body).toMatchObject({
    user: { id: person.id, email: person.email },
  });
  expect((await browser.get("/auth/me")).status).toBe(200);
  const [used] = await listOf(browser);
  expect(used?.lastUsedAt).toBeString();
  expect(await subjects(person)).toContain("New sign-in to your account");
});

test("a user with a passkey can't sign in with the password alone", async () => {
  const person = await server.person();
  await addPasskey(person, key());
  const browser = person.otherBrowser();
  const { body } = expectStatus(await browser.signIn(), 200);
  expect(body).toMatchObject({
    twoFactorRequired: true,
    methods: ["passkey", "recoveryCode"],
  });
  expect((await browser.get("/auth/me")).status).toBe(401);
});

test("the first passkey comes with recovery codes, the second without", async () => {
  const person = await server.person();
  const first = await addPasskey(person, key());
  expect(first.recoveryCodes).toHaveLength(10);
  const second = await addPasskey(person, key());
  expect(second.recoveryCodes).toBeNull();
});

test("adding a passkey notifies the owner and renews the session", async () => {
  const person = await server.person();
  const before = person.cookie;
  await addPasskey(person, key(), { name: "Phone" });
  expect(person.cookie).not.toBe(before);
  expect((await person.get("/auth/me")).status).toBe(200);
  const stale = await fetch(new URL("/api/auth/me", server.url), {
    headers: { cookie: before },
  });
  expect(stale.status).toBe(401);
  const [mail] = await server.mailsTo(person.email);
  expect(mail?.subject).toBe("A passkey was added to your account");
  expect(mail?.text).toContain("“Phone”");
});

test("whether a passkey is synced is updated with each use", async () => {
  const person = await server.person();
  const authenticator = key();
  const { passkey } = await addPasskey(person, authenticator, {
    isSynced: true,
  });
  expect(passkey.isSynced).toBe(true);
  const browser = person.otherBrowser();
  const response = authenticator.answer(await startSignIn(browser));
  await browser.post("/auth/passkeys/sign-in", { response });
  expect(await listOf(browser)).toMatchObject([{ isSynced: false }]);
});

test("the options require this host, user verification and a discoverable passkey", async () => {
  const person = await server.person();
  const authenticator = key();
  await addPasskey(person, authenticator);
  const handle = Buffer.from(person.id).toString("base64url");
  expect(await startRegistration(person)).toMatchObject({
    rp: { id: "localhost", name: "Tenantry" },
    user: { id: handle, name: person.email, displayName: person.name },
    attestation: "none",
    authenticatorSelection: {
      residentKey: "required",
      userVerification: "required",
    },
    excludeCredentials: [{ transports: ["internal"] }],
  });
  expect(await startSignIn(person)).toMatchObject({
    rpId: "localhost",
    userVerification: "required",
  });
});

test("adding and removing need a recent sign-in", async () => {
  const own = await startServer();
  try {
    const person = await own.person();
    const authenticator = createAuthenticator(own.url);
    const { passkey } = await addPasskey(person, authenticator);
    own.passTime(ELEVEN_MINUTES);
    const path = `/auth/passkeys/${passkey.id}`;
    for (const refused of [
      await person.post("/auth/passkeys/registration"),
      await person.delete(path),
    ])
      expect([refused.status, reasonOf(refused)]).toEqual([
        403,
        "REAUTHENTICATION_REQUIRED",
      ]);
    const response = authenticator.answer(await startSignIn(person));
    await person.post("/auth/passkeys/sign-in", { response });
    expect((await person.delete(path)).status).toBe(204);
  } finally {
    await own.stop();
  }
});

test("only its owner can rename a passkey", async () => {
  const [ada, bob] = [await server.person(), await server.person()];
  const { passkey } = await addPasskey(ada, key());
  const path = `/auth/passkeys/${passkey.id}`;
  const renamed = await ada.call("PATCH", path, { name: "  Work laptop " });
  expect(renamed.body).toMatchObject({ id: passkey.id, name: "Work laptop" });
  expect((await bob.call("PATCH", path, { name: "Mine" })).status).toBe(404);
  expect((await bob.delete(path)).status).toBe(404);
  expect((await ada.call("PATCH", path, { name: " " })).status).toBe(400);
  expect(await listOf(ada)).toMatchObject([{ name: "Work laptop" }]);
  expect(await listOf(bob)).toHaveLength(0);
});

test("removing the last second factor deletes the recovery codes and notifies the owner", async () => {
  const person = await server.person();
  const first = await addPasskey(person, key());
  const second = await addPasskey(person, key(), { name: "Stick" });
  await person.delete(`/auth/passkeys/${first.passkey.id}`);
  expect(await codesOf(person)).toBe(10);
  const removed = await person.delete(`/auth/passkeys/${second.passkey.id}`);
  expect(removed.status).toBe(204);
  expect(await codesOf(person)).toBe(0);
  const [mail] = await server.mailsTo(person.email);
  expect(mail?.subject).toBe("A passkey was removed from your account");
  expect(mail?.text).toContain("“Stick”");
  expect((await person.otherBrowser().signIn()).body).toHaveProperty("user");
});

test("the last sign-in method stays, also in parallel removals", async () => {
  const person = await server.person();
  const keys = [
    await addPasskey(person, key()),
    await addPasskey(person, key()),
  ];
  await server.db.client.execute({
    sql: "update users set password_hash = null where id = ?",
    args: [person.id],
  });
  const answers = await server.race(
    keys.map(
      ({ passkey }) =>
        () =>
          person.delete(`/auth/passkeys/${passkey.id}`),
    ),
  );
  expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 409]);
  const refused = answers.find(({ status }) => status === 409);
  expect(refused && reasonOf(refused)).toBe("LAST_SIGN_IN_METHOD");
  expect(await listOf(person)).toHaveLength(1);
  expect(await codesOf(person)).toBe(10);
});

test("a linked account counts as a sign-in method while its provider is configured", async () => {
  const offering = await startServer(GOOGLE);
  try {
    for (const [where, status] of [
      [offering, 204],
      [server, 409],
    ] as const) {
      const person = await where.person();
      const { passkey } = await addPasskey(
        person,
        createAuthenticator(where.url),
      );
      await addLinkedAccount(where.db, person.id, "google");
      await where.db.client.execute({
        sql: "update users set password_hash = null where id = ?",
        args: [person.id],
      });
      const path = `/auth/passkeys/${passkey.id}`;
      expectStatus(await person.delete(path), status);
    }
  } finally {
    await offering.stop();
  }
});

test("of a passkey and a linked account removed in parallel, one stays", async () => {
  const offering = await startServer(GOOGLE);
  try {
    const person = await offering.person();
    const { passkey } = await addPasskey(
      person,
      createAuthenticator(offering.url),
    );
    const identity = await addLinkedAccount(offering.db, person.id, "google");
    await offering.db.client.execute({
      sql: "update users set password_hash = null where id = ?",
      args: [person.id],
    });
    const paths = [
      `/auth/passkeys/${passkey.id}`,
      `/auth/linked-accounts/${identity}`,
    ];
    const answers = await offering.race(
      paths.map((path) => () => person.delete(path)),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 409]);
  } finally {
    await offering.stop();
  }
});

test("a user has at most twenty passkeys, also when two are added in parallel", async () => {
  const person = await server.person();
  const elsewhere = person.otherBrowser();
  expectStatus(await elsewhere.signIn(), 200);
  for (let i = 0; i < 19; i++) await addPasskey(person, key());
  const [first, second] = [
    key().make(await startRegistration(person)),
    key().make(await startRegistration(elsewhere)),
  ];
  const add = (actor: Actor, response: typeof first) => () =>
    actor.post("/auth/passkeys", { name: "Key", response });
  const answers = await server.race([
    add(person, first),
    add(elsewhere, second),
  ]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  expect(await listOf(person)).toHaveLength(20);
  const refused = await person.post("/auth/passkeys/registration");
  expect([refused.status, reasonOf(refused)]).toEqual([409, "PASSKEY_LIMIT"]);
});

test("a response contains only the name and times of a passkey", async () => {
  const person = await server.person();
  await addPasskey(person, key());
  const [passkey = {}] = await listOf(person);
  expect(Object.keys(passkey).toSorted()).toEqual([
    "createdAt",
    "id",
    "isSynced",
    "lastUsedAt",
    "name",
  ]);
});

async function listOf(actor: Actor) {
  const { body } = expectStatus(
    await actor.get<"passkeys.list">("/auth/passkeys"),
    200,
  );
  return body.items;
}

async function subjects({ email }: Actor) {
  return (await server.mailsTo(email)).map(({ subject }) => subject);
}

async function codesOf({ id }: Actor) {
  const { rows } = await server.db.client.execute({
    sql: "select count(*) as n from recovery_codes where user_id = ?",
    args: [id],
  });
  return rows[0]?.n;
}

function reasonOf({ body }: Answer) {
  return body.reason;
}
