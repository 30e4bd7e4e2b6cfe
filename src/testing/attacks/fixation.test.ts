import { beforeAll, describe, expect, test } from "bun:test";
import type { Actor, Answer } from "../kit/actor";
import {
  addApp,
  startPendingSignIn,
  submitCode,
  startApp,
} from "../kit/authenticator-app";
import {
  addPasskey,
  createAuthenticator,
  startSignIn,
} from "../kit/authenticator";
import { goToProvider, completeProviderFlow } from "../kit/oauth-flow";
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
/**
 * Prepares one way to sign in. Returns a function that sends the last request of the sign-in with the planted cookies.
 */
type Way = () => Promise<(headers: Headers) => Promise<Answer>>;

const chosen = "another long passphrase";

/**
 * Puts the planted cookies before the actor's own cookies, because a server uses the first of two cookies with the same
 * name.
 */
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
  "a reset link": async () => {
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
    const browser = actor.otherBrowser();
    const response = key.answer(await startSignIn(browser));
    return (headers) =>
      browser.post(
        "/auth/passkeys/sign-in",
        { response },
        { headers: beside(browser, headers) },
      );
  },
  "a linked account": async () => {
    const actor = await server.person();
    const login = crypto.randomUUID();
    github.know({ id: ++subjects, login });
    const journey = { as: login, intent: "link" as const };
    expectStatus(await completeProviderFlow(actor, "github", journey), 200);
    const browser = actor.otherBrowser();
    const back = await goToProvider(browser, "github", { as: login });
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
    const browser = await startPendingSignIn(actor.otherBrowser());
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
  const { body } = await server.stranger().get<"auth.me">("/auth/me", {
    headers,
  });
  return body.id;
}

describe.each(Object.entries(ways))("signed in by %s", (_, prepare) => {
  test.each([
    ["an invented cookie", () => `ses_${"0".repeat(26)}.${"A".repeat(43)}`],
    ["the attacker's own session", () => sidOf(mallory)],
    ["a malformed cookie", () => "planted"],
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
    // The sign-in did not change to which user the planted cookie belongs.
    expect(await whoIs(planted)).toBe(owner);
    expect(await whoIs(given)).not.toBe(mallory.id);
  });

  test("each sign-in sets another cookie", async () => {
    const [one, other] = await Promise.all([prepare(), prepare()]);
    const given = [sid(await one({})), sid(await other({}))];
    expect(new Set(given).size).toBe(2);
  });
});

function expectIn(answer: Answer): Answer {
  expect(answer.status).toBeOneOf([200, 201]);
  return answer;
}

describe("the session cookie is replaced and the old one invalid after", () => {
  const changes: Record<string, (actor: Actor) => Promise<Answer>> = {
    "a new password": (actor) =>
      actor.post("/auth/change-password", {
        currentPassword: actor.password,
        newPassword: chosen,
      }),
    "a new address": async (actor) => {
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
    "another sign-in": (actor) => actor.signIn(),
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
    // After another sign-in the old session stays valid, because a user can be signed in twice.
    if (name !== "another sign-in") expect(await whoIs(before)).toBeUndefined();
  });
});

test("a planted pending sign-in is not completed", async () => {
  const app = await addApp(server, mallory);
  const theirs = await startPendingSignIn(mallory.otherBrowser());
  const victim = await server.person();
  await addApp(server, victim);
  const browser = victim.otherBrowser();
  const signIn = await browser.post(
    "/auth/sign-in",
    { email: victim.email, password: victim.password },
    { headers: { cookie: theirs.cookie } },
  );
  expectStatus(signIn, 200);
  const [asked = ""] = signIn.headers.getSetCookie();
  expect(asked).toStartWith("sign-in=");
  expect(theirs.cookie).not.toContain(asked.split(";")[0] ?? "");
  expectStatus(await submitCode(browser, app.nextCode()), 401);
});
