import { beforeAll, describe, expect, test } from "bun:test";
import type { Actor, Answer } from "../kit/actor";
import {
  addApp,
  beginSignIn,
  giveCode,
  startApp,
} from "../kit/authenticator-app";
import {
  addPasskey,
  createAuthenticator,
  startSignIn,
} from "../kit/authenticator";
import { goElsewhere, throughProvider } from "../kit/oauth-flow";
import { startGitHub } from "../peers/github";
import { expectStatus } from "../kit/server";
import { fixture, serverSuite } from "../kit/suite";

let mallory: Actor;
let subjects = 0;
const github = fixture(startGitHub);
const server = serverSuite(() => github.environment);
beforeAll(async () => {
  mallory = await server.person("Mallory");
});

type Headers = Record<string, string>;
/** A way to be signed in: what comes before it, and then the request that the planted cookies go along with. */
type Way = () => Promise<(headers: Headers) => Promise<Answer>>;

const chosen = "another long passphrase";

/** The actor's own cookies behind planted ones: of two with one name a server reads the first. */
function beside({ cookie }: Actor, { cookie: planted }: Headers): Headers {
  return { cookie: [planted, cookie].filter(Boolean).join("; ") };
}

const ways: Record<string, Way> = {
  "a password": async () => {
    const { email, password } = await server.person();
    return (headers) =>
      server.stranger().post("/auth/sign-in", { email, password }, { headers });
  },
  "the mailed link of a sign-up": async () => {
    const actor = server.stranger();
    const email = `${crypto.randomUUID()}@example.com`;
    const signUp = { name: "Nora", email, password: chosen };
    expectStatus(await actor.post("/auth/sign-up", signUp), 202);
    const token = await server.mailedToken(email);
    return (headers) =>
      actor.post(
        "/auth/verify-email",
        { token },
        { headers: beside(actor, headers) },
      );
  },
  "an invited sign-up": async () => {
    const admin = await server.person();
    const org = await server.organization(admin);
    const email = `${crypto.randomUUID()}@example.com`;
    const { token } = await server.invite(admin, org, email, "viewer");
    const signUp = {
      name: "Nora",
      email,
      password: chosen,
      invitationToken: token,
    };
    return (headers) =>
      server.stranger().post("/auth/sign-up", signUp, { headers });
  },
  "the mailed link for a new password": async () => {
    const { email } = await server.person();
    await server.stranger().post("/auth/forgot-password", { email });
    const token = await server.mailedToken(email, "reset");
    const choice = { token, password: chosen };
    return (headers) =>
      server.stranger().post("/auth/reset-password", choice, { headers });
  },
  "a passkey": async () => {
    const actor = await server.person();
    const key = createAuthenticator(server.url);
    await addPasskey(actor, key);
    const browser = actor.elsewhere();
    const response = key.answer(await startSignIn(browser));
    return (headers) =>
      browser.post(
        "/auth/passkeys/sign-in",
        { response },
        { headers: beside(browser, headers) },
      );
  },
  "an account elsewhere": async () => {
    const actor = await server.person();
    const login = crypto.randomUUID();
    github.know({ id: ++subjects, login });
    const journey = { as: login, intent: "link" as const };
    expectStatus(await throughProvider(actor, "github", journey), 200);
    const browser = actor.elsewhere();
    const back = await goElsewhere(browser, "github", { as: login });
    const { code, state } = back;
    return (headers) =>
      browser.post(
        "/auth/providers/github/complete",
        { code, state },
        { headers: beside(browser, headers) },
      );
  },
  "a second factor": async () => {
    const actor = await server.person();
    const app = await addApp(server, actor);
    const browser = await beginSignIn(actor.elsewhere());
    return (headers) =>
      browser.post(
        "/auth/two-factor",
        { code: app.nextCode() },
        { headers: beside(browser, headers) },
      );
  },
};

function sid(answer: Answer): string {
  const set = answer.headers.getSetCookie();
  const found = set.map((cookie) => /^sid=([^;]+)/.exec(cookie)?.[1]);
  return found.find(Boolean) ?? "";
}

function sidOf({ cookie }: Actor): string {
  return /\bsid=([^;]+)/.exec(cookie)?.[1] ?? "";
}

async function whoIs(value: string): Promise<string | undefined> {
  const headers = { cookie: `sid=${value}` };
  const { body } = await server.stranger().get("/auth/me", { headers });
  return body.id;
}

describe.each(Object.entries(ways))("signed in by %s", (_, prepare) => {
  test.each([
    ["a made-up cookie", () => `ses_${"0".repeat(26)}.${"A".repeat(43)}`],
    ["the attacker's own session", () => sidOf(mallory)],
    ["a cookie of no form at all", () => "planted"],
  ])("%s is never adopted", async (__, plant) => {
    const planted = plant();
    const owner = await whoIs(planted);
    const enter = await prepare();
    const answer = expectIn(await enter({ cookie: `sid=${planted}` }));
    const given = sid(answer);
    expect(given).toMatch(/^ses_[0-9a-z]{26}\.[\w-]{43}$/);
    expect(given.split(".")[0]).not.toBe(planted.split(".")[0]);
    expect(given.split(".")[1]).not.toBe(planted.split(".")[1]);
    expect(await whoIs(given)).toBeDefined();
    // What was planted is worth what it was worth before.
    expect(await whoIs(planted)).toBe(owner);
    expect(await whoIs(given)).not.toBe(mallory.id);
  });

  test("twice, the cookie is another one each time", async () => {
    const [one, other] = await Promise.all([prepare(), prepare()]);
    const given = [sid(await one({})), sid(await other({}))];
    expect(new Set(given).size).toBe(2);
  });
});

function expectIn(answer: Answer): Answer {
  expect(answer.status).toBeOneOf([200, 201]);
  return answer;
}

describe("who is signed in gets another cookie, and the one before is worth nothing, by", () => {
  const changes: Record<string, (actor: Actor) => Promise<Answer>> = {
    "another password": (actor) =>
      actor.post("/auth/change-password", {
        currentPassword: actor.password,
        newPassword: chosen,
      }),
    "another address": async (actor) => {
      const email = `${crypto.randomUUID()}@example.com`;
      const change = actor.post("/auth/change-email", { email });
      expectStatus(await change, 202);
      const token = await server.mailedToken(email, "change-email");
      return actor.post("/auth/change-email/confirm", { token });
    },
    "an authenticator app": async (actor) => {
      const code = (await startApp(server, actor)).code();
      return actor.post("/auth/two-factor/totp/confirm", { code });
    },
    "signing in again": (actor) => actor.signIn(),
  };
  test.each(Object.entries(changes))("%s", async (name, change) => {
    const actor = await server.person();
    const before = sidOf(actor);
    const answer = await change(actor);
    expect(answer.status).toBeOneOf([200, 204]);
    const after = sidOf(actor);
    expect(sid(answer)).toBe(after);
    expect(after.split(".")[0]).not.toBe(before.split(".")[0]);
    expect(await whoIs(after)).toBe(actor.id);
    // Who signs in again has two sessions, as in two browsers.
    if (name !== "signing in again")
      expect(await whoIs(before)).toBeUndefined();
  });
});

test("the question for a second factor that somebody else planted is not the one that is answered", async () => {
  const app = await addApp(server, mallory);
  const theirs = await beginSignIn(mallory.elsewhere());
  const victim = await server.person();
  await addApp(server, victim);
  const browser = victim.elsewhere();
  const signIn = await browser.post(
    "/auth/sign-in",
    { email: victim.email, password: victim.password },
    { headers: { cookie: theirs.cookie } },
  );
  expectStatus(signIn, 200);
  const [asked = ""] = signIn.headers.getSetCookie();
  expect(asked).toStartWith("sign-in=");
  expect(theirs.cookie).not.toContain(asked.split(";")[0] ?? "");
  expectStatus(await giveCode(browser, app.nextCode()), 401);
});
