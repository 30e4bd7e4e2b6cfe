import { beforeAll, beforeEach, describe, expect, test } from "bun:test";
import type { Actor } from "#testing/kit/actor";
import {
  type Behaviour,
  CLIENT,
  startCrookedOidc,
} from "#testing/peers/misbehaving-oidc";
import { expectStatus, startServer } from "#testing/kit/server";
import { fixture, serverSuite } from "#testing/kit/suite";
import { problemOf } from "#testing/kit/problem";
import { snapshot } from "#testing/kit/snapshot";
import { createProviders } from "../identity-providers/providers";

const logged: string[] = [];
const oidc = fixture(startCrookedOidc);
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
/** Only for a provider that hangs: a slow machine may need longer for a good answer. */
const SHORT_MS = 400;

/** Replaces the provider client, and with it what it remembers of the provider. */
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

test("a provider that answers as it should signs in", async () => {
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
const looping = () =>
  new Response(null, { status: 307, headers: { location: "/token" } });
const past = () => Math.floor(Date.now() / 1000) - 3600;

describe("nothing is changed and it can be tried again when", () => {
  const wrong: [string, Behaviour][] = [
    ["the token endpoint fails", { token: status(500) }],
    ["it answers with a page", { token: html }],
    ["it hangs", { token: hanging }],
    ["it trickles", { token: trickling }],
    ["it answers without end", { token: huge }],
    ["it redirects in a loop", { token: looping }],
    ["it answers with null", { token: () => Response.json(null) }],
    ["it gives no token", { token: () => Response.json({}) }],
    [
      "it gives no id token",
      { token: () => Response.json({ access_token: "x" }) },
    ],
    [
      "the id token is none",
      { token: () => Response.json({ access_token: "x", id_token: "a.b.c" }) },
    ],
    [
      "it knows the client no more",
      {
        token: () =>
          Response.json({ error: "invalid_client" }, { status: 401 }),
      },
    ],
    ["the id token is for another client", { claims: { aud: "another" } }],
    [
      "the id token was made for another one of several",
      { claims: { aud: [CLIENT.id, "another"], azp: "another" } },
    ],
    [
      "the id token is of another issuer",
      { claims: { iss: "https://evil.example" } },
    ],
    ["the id token is of another sign-in", { claims: { nonce: "another" } }],
    ["the id token is of no sign-in", { claims: { nonce: undefined } }],
    ["the id token is expired", { claims: { exp: past() } }],
    ["the id token never expires", { claims: { exp: undefined } }],
    ["the id token names nobody", { claims: { sub: undefined } }],
    ["the id token names an empty subject", { claims: { sub: "" } }],
    ["the id token is not signed", { signature: "none" }],
    ["the id token is signed with another key", { signature: "wrong key" }],
    [
      "the id token is signed with the client's secret",
      { signature: "client secret" },
    ],
    ["the keys are missing", { keys: status(404) }],
    ["the keys are a page", { keys: html }],
    ["the keys hang", { keys: hanging }],
    ["the keys are without end", { keys: huge }],
    [
      "the user info is missing",
      { claims: { email: undefined }, userInfo: status(404) },
    ],
    [
      "the user info hangs",
      { claims: { email: undefined }, userInfo: hanging },
    ],
    [
      "the user info is of somebody else",
      {
        claims: { email: undefined },
        userInfo: () => Response.json({ sub: "x", email: "x@example.com" }),
      },
    ],
  ];
  for (const [what, behaviour] of wrong)
    test(what, async () => {
      const actor = server.stranger();
      // The mails of the test before are still on their way.
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
      // The next try is a new one.
      expectStatus(await signIn(server.stranger(), {}), 200);
    });
});

test("a code that the provider does not take is started anew, and is no failure of its", async () => {
  const token = () =>
    Response.json({ error: "invalid_grant" }, { status: 400 });
  const answer = await signIn(server.stranger(), { token });
  expect(problemOf(answer).reason).toBe("PROVIDER_EXPIRED");
  expect(logged).toEqual([]);
});

describe("nobody is sent away when the discovery document", () => {
  const wrong: [string, Behaviour][] = [
    ["is missing", { discovery: status(404) }],
    ["is a page", { discovery: html }],
    ["hangs", { discovery: hanging }],
    ["redirects", { discovery: looping }],
    ["is without end", { discovery: huge }],
    ["is of another issuer", { document: { issuer: "https://evil.example" } }],
    [
      "leads to a script",
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

test("nobody is sent away when nothing answers at all", async () => {
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

describe("a proof by the provider", () => {
  /** Back from the provider, which was asked for a proof, with what it says of the person's last sign-in there. */
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

  test("counts when the person signed in there just now", async () => {
    const answer = expectStatus(await prove(secondsAgo(1)), 200);
    expect(answer.body as object).toMatchObject({ reauthenticated: true });
  });

  test("counts when the person took minutes to sign in there", async () => {
    expectStatus(await prove(secondsAgo(200), 240), 200);
  });

  test.each([
    ["the provider knew the person from an hour ago", past()],
    ["the provider does not say when the person signed in", undefined],
  ])("does not count when %s", async (_, authTime) => {
    const answer = await prove(authTime);
    expect(problemOf(expectStatus(answer, 503)).reason).toBe("PROVIDER_FAILED");
    expect(logged.join()).toContain("auth_time");
  });

  test("is not asked of a person who only signs in", async () => {
    const claims = { auth_time: past() };
    expectStatus(await signIn(server.stranger(), { claims }), 200);
  });
});
