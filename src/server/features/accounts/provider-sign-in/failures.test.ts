import { beforeAll, beforeEach, describe, expect, test } from "bun:test";
import type { Actor } from "#testing/kit/actor";
import {
  type Behaviour,
  CLIENT,
  startMisbehavingOidc,
} from "#testing/peers/misbehaving-oidc";
import { expectStatus, startServer } from "#testing/kit/server";
import { fixture, serverSuite } from "#testing/kit/suite";
import { problemOf } from "#testing/kit/problem";
import { snapshot } from "#testing/kit/snapshot";
import { createProviders } from "../identity-providers/providers";

const logged: string[] = [];
const oidc = fixture(startMisbehavingOidc);
const server = serverSuite(() => ({
  OIDC_ISSUER: oidc.issuer,
  OIDC_CLIENT_ID: CLIENT.id,
  OIDC_CLIENT_SECRET: CLIENT.secret,
  OIDC_TRUSTS_EMAIL: "true",
}));
beforeAll(async () => {
  const { log } = server.services.deps;
  Reflect.set(log, "warn", (fields: object, message: string) =>
    logged.push(JSON.stringify([fields, message])),
  );
});
beforeEach(() => {
  logged.length = 0;
  oidc.behave({});
  limitProvider(LONG_MS);
});

const LONG_MS = 30_000;
/** The time limit in tests with a provider that hangs. Other tests need more time on a slow machine. */
const SHORT_MS = 400;

/** Replaces the provider client, and so its cache, by a client with this time limit. */
function limitProvider(milliseconds: number): void {
  const bounds = { milliseconds, bytes: 64 * 1024 };
  server.services.deps.providers = createProviders(server.config, { bounds });
}

const start = (actor: Actor) => actor.post("/auth/providers/oidc/sign-in", {});

async function signIn(actor: Actor, behaviour: Behaviour, limit = LONG_MS) {
  const started = expectStatus(await start(actor), 200);
  const url = String(started.body.url);
  oidc.expectNonce(url);
  oidc.behave(behaviour);
  limitProvider(limit);
  const state = new URL(url).searchParams.get("state") ?? "";
  return actor.post("/auth/providers/oidc/complete", {
    code: "a-code-that-no-log-holds",
    state,
  });
}

test("a provider with valid responses signs the user in", async () => {
  const actor = server.stranger();
  expectStatus(await signIn(actor, {}), 200);
  expectStatus(await actor.get("/auth/me"), 200);
});

const html = () =>
  new Response("<!doctype html><h1>Down for maintenance</h1>", {
    headers: { "content-type": "text/html" },
  });
const status = (code: number) => () => new Response("no", { status: code });
const huge = () => Response.json({ text: "x".repeat(1024 * 1024) });
const hanging = () => new Promise<Response>(() => {});
const limitOf = (what: string) =>
  /hangs?$|trickles$/.test(what) ? SHORT_MS : LONG_MS;
const trickling = () =>
  new Response(
    new ReadableStream({
      async pull(controller) {
        await Bun.sleep(50);
        controller.enqueue(new TextEncoder().encode(" "));
      },
    }),
  );
const redirecting = () =>
  new Response(null, { status: 307, headers: { location: "/token" } });
const past = () => Math.floor(Date.now() / 1000) - 3600;

describe("a sign-in fails, changes nothing and can be repeated when", () => {
  const wrong: [string, Behaviour][] = [
    ["the token endpoint fails", { token: status(500) }],
    ["it answers with HTML", { token: html }],
    ["it hangs", { token: hanging }],
    ["it trickles", { token: trickling }],
    ["the response is too large", { token: huge }],
    ["it redirects", { token: redirecting }],
    ["it returns null", { token: () => Response.json(null) }],
    ["it returns no token", { token: () => Response.json({}) }],
    [
      "it returns no id token",
      { token: () => Response.json({ access_token: "x" }) },
    ],
    [
      "the id token is malformed",
      { token: () => Response.json({ access_token: "x", id_token: "a.b.c" }) },
    ],
    [
      "it does not know the client",
      {
        token: () =>
          Response.json({ error: "invalid_client" }, { status: 401 }),
      },
    ],
    ["the id token is for another client", { claims: { aud: "another" } }],
    [
      "the id token is for several clients and was issued for another one",
      { claims: { aud: [CLIENT.id, "another"], azp: "another" } },
    ],
    [
      "the id token has another issuer",
      { claims: { iss: "https://evil.example" } },
    ],
    ["the id token has another nonce", { claims: { nonce: "another" } }],
    ["the id token has no nonce", { claims: { nonce: undefined } }],
    ["the id token is expired", { claims: { exp: past() } }],
    ["the id token has no expiry", { claims: { exp: undefined } }],
    ["the id token has no subject", { claims: { sub: undefined } }],
    ["the id token has an empty subject", { claims: { sub: "" } }],
    ["the id token is not signed", { signature: "none" }],
    ["the id token is signed with another key", { signature: "wrong key" }],
    [
      "the id token is signed with the client's secret",
      { signature: "client secret" },
    ],
    ["the keys are missing", { keys: status(404) }],
    ["the keys are HTML", { keys: html }],
    ["the keys hang", { keys: hanging }],
    ["the keys are too large", { keys: huge }],
    [
      "the user info is missing",
      { claims: { email: undefined }, userInfo: status(404) },
    ],
    [
      "the user info hangs",
      { claims: { email: undefined }, userInfo: hanging },
    ],
    [
      "the user info has another subject",
      {
        claims: { email: undefined },
        userInfo: () => Response.json({ sub: "x", email: "x@example.com" }),
      },
    ],
  ];
  for (const [what, behaviour] of wrong)
    test(what, async () => {
      const actor = server.stranger();
      // Waits for the mails of earlier tests, because their delivery would change the snapshot.
      await server.services.outbox.idle();
      const before = await snapshot(server.db);
      const answer = await signIn(actor, behaviour, limitOf(what));
      expect(problemOf(answer).reason).toBe("PROVIDER_FAILED");
      expect(answer.status).toBe(503);
      expect(await snapshot(server.db)).toEqual(before);
      expect(actor.cookie).not.toContain("sid=");
      expect(logged).toHaveLength(1);
      expect(logged[0]).toContain("provider failed");
      expect(logged[0]).not.toMatch(/no-log-holds|ana@example\.com|eyJ/);
      // Another try works.
      expectStatus(await signIn(server.stranger(), {}), 200);
    });
});

test("a code that the provider refuses is answered with PROVIDER_EXPIRED and not logged", async () => {
  const token = () =>
    Response.json({ error: "invalid_grant" }, { status: 400 });
  const answer = await signIn(server.stranger(), { token });
  expect(problemOf(answer).reason).toBe("PROVIDER_EXPIRED");
  expect(logged).toEqual([]);
});

describe("a sign-in does not start when the discovery document", () => {
  const wrong: [string, Behaviour][] = [
    ["is missing", { discovery: status(404) }],
    ["is HTML", { discovery: html }],
    ["hangs", { discovery: hanging }],
    ["redirects", { discovery: redirecting }],
    ["is too large", { discovery: huge }],
    ["has another issuer", { document: { issuer: "https://evil.example" } }],
    [
      "names a javascript: address",
      { document: { authorization_endpoint: "javascript:alert(1)" } },
    ],
    ["names no keys", { document: { jwks_uri: undefined } }],
  ];
  for (const [what, behaviour] of wrong)
    test(what, async () => {
      oidc.behave(behaviour);
      limitProvider(limitOf(what));
      const answer = await start(server.stranger());
      expect(problemOf(answer).reason).toBe("PROVIDER_FAILED");
      expect(answer.headers.get("set-cookie")).toBeNull();
      oidc.behave({});
      limitProvider(LONG_MS);
      expectStatus(await start(server.stranger()), 200);
    });
});

test("a sign-in does not start when the provider is unreachable", async () => {
  const alone = await startServer({
    OIDC_ISSUER: "http://127.0.0.1:9",
    OIDC_CLIENT_ID: CLIENT.id,
    OIDC_CLIENT_SECRET: CLIENT.secret,
  });
  try {
    const answer = await start(alone.stranger());
    expect(problemOf(answer).reason).toBe("PROVIDER_FAILED");
  } finally {
    await alone.stop();
  }
});

describe("a reauthentication with a provider", () => {
  /** Runs a reauthentication whose id token has the given `auth_time`. */
  async function prove(authTime: number | undefined, takenSeconds = 0) {
    const actor = server.stranger();
    expectStatus(await signIn(actor, {}), 200);
    const path = "/auth/providers/oidc";
    const started = expectStatus(
      await actor.post(`${path}/reauthenticate`, {}),
      200,
    );
    const url = String(started.body.url);
    oidc.expectNonce(url);
    oidc.behave({ claims: { auth_time: authTime } });
    server.passTime(takenSeconds * 1000);
    const state = new URL(url).searchParams.get("state") ?? "";
    try {
      return await actor.post(`${path}/complete`, { code: "a-code", state });
    } finally {
      server.passTime(-takenSeconds * 1000);
    }
  }
  const secondsAgo = (age: number) => Math.floor(Date.now() / 1000) - age;

  test("succeeds when the user has just signed in there", async () => {
    const answer = expectStatus(await prove(secondsAgo(1)), 200);
    expect(answer.body).toMatchObject({ reauthenticated: true });
  });

  test("succeeds when the user took minutes to sign in there", async () => {
    expectStatus(await prove(secondsAgo(200), 240), 200);
  });

  test.each([
    ["auth_time is an hour old", past()],
    ["auth_time is missing", undefined],
  ])("fails when %s", async (_, authTime) => {
    const answer = await prove(authTime);
    expect(problemOf(expectStatus(answer, 503)).reason).toBe("PROVIDER_FAILED");
    expect(logged.join()).toContain("auth_time");
  });

  test("is not needed for a sign-in: an old auth_time is accepted", async () => {
    const claims = { auth_time: past() };
    expectStatus(await signIn(server.stranger(), { claims }), 200);
  });
});
