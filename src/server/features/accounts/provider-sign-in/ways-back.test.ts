import { describe, expect, test } from "bun:test";
import type { Actor, Answer } from "#testing/kit/actor";
import { addLinkedAccount } from "#testing/kit/linked-account";
import {
  returnFromProvider,
  goToProvider,
  completeProviderFlow,
} from "#testing/kit/oauth-flow";
import { startGitHub } from "#testing/peers/github";
import { signedInUser } from "#testing/kit/people";
import { expectStatus, startServer } from "#testing/kit/server";
import { fixture, serverSuite } from "#testing/kit/suite";
import { problemOf } from "#testing/kit/problem";
import { startOidc } from "#testing/peers/oidc";
import { snapshot } from "#testing/kit/snapshot";
import { freePort } from "#testing/kit/temporary";

const github = fixture(startGitHub);
const oidc = fixture(() => startOidc(freePort()));
const server = serverSuite(() => ({
  ...oidc.environment,
  ...github.environment,
}));

const MINUTE_MS = 60 * 1000;
let people = 0;

function newGitHub(): string {
  const login = `octocat-${++people}`;
  const email = `${login}@example.com`;
  const emails = [{ email, primary: true, verified: true }];
  github.know({ id: ++people, login, emails });
  return login;
}

async function person(): Promise<{ actor: Actor; login: string }> {
  const login = newGitHub();
  const actor = server.stranger();
  const { body } = await completeProviderFlow(actor, "github", { as: login });
  actor.id = signedInUser(body).id;
  return { actor, login };
}

function expectExpired(answer: Answer): void {
  expect(answer.status).toBe(400);
  expect(problemOf(answer).reason).toBe("PROVIDER_EXPIRED");
}

const isSignedIn = async (actor: Actor) =>
  (await actor.get("/auth/me")).status === 200;

async function linked(actor: Actor) {
  const { body } = expectStatus(
    await actor.get<"linkedAccounts.list">("/auth/linked-accounts"),
    200,
  );
  return body.items;
}

describe("a provider redirect is refused", () => {
  test("in a browser that did not start it, so no victim is signed in as the attacker", async () => {
    const [attacker, victim] = [server.stranger(), server.stranger()];
    const returned = await goToProvider(attacker, "github", {
      as: newGitHub(),
    });
    expectExpired(await returnFromProvider(victim, returned));
    expect(await isSignedIn(victim)).toBe(false);
  });

  test("with the state of another browser", async () => {
    const [one, other] = [server.stranger(), server.stranger()];
    const theirs = await goToProvider(one, "github", { as: newGitHub() });
    const own = await goToProvider(other, "github", { as: newGitHub() });
    expectExpired(
      await returnFromProvider(other, { ...own, state: theirs.state }),
    );
    expect(await isSignedIn(other)).toBe(false);
  });

  test("a second time", async () => {
    const actor = server.stranger();
    const returned = await goToProvider(actor, "github", { as: newGitHub() });
    const { cookie } = actor;
    expectStatus(await returnFromProvider(actor, returned), 200);
    expectExpired(await returnFromProvider(actor, returned));
    // The response cleared the cookie. With the old cookie, the code is still refused, because it works once.
    const { provider, code, state } = returned;
    const path = `/auth/providers/${provider}/complete`;
    const replayOrRun = await server
      .stranger()
      .post(path, { code, state }, { headers: { cookie } });
    expectExpired(replayOrRun);
  });

  test("with a code for another browser", async () => {
    const [attacker, victim] = [server.stranger(), server.stranger()];
    const stolen = await goToProvider(victim, "github", { as: newGitHub() });
    const own = await goToProvider(attacker, "github", { as: newGitHub() });
    expectExpired(
      await returnFromProvider(attacker, { ...own, code: stolen.code }),
    );
    const sub = `sub-${++people}`;
    await oidc.know({ sub, email: "x@example.com", email_verified: true });
    const theirs = await goToProvider(victim, "oidc", { as: sub });
    const mine = await goToProvider(attacker, "oidc", { as: sub });
    expectExpired(
      await returnFromProvider(attacker, { ...mine, code: theirs.code }),
    );
    expect(await isSignedIn(attacker)).toBe(false);
  });

  test("at another provider", async () => {
    const actor = server.stranger();
    const returned = await goToProvider(actor, "github", { as: newGitHub() });
    expectExpired(
      await returnFromProvider(actor, { ...returned, provider: "google" }),
    );
  });

  test("after ten minutes", async () => {
    const actor = server.stranger();
    const returned = await goToProvider(actor, "github", { as: newGitHub() });
    server.passTime(10 * MINUTE_MS + 1);
    expectExpired(await returnFromProvider(actor, returned));
  });

  test("with a cookie of another server", async () => {
    const actor = server.stranger();
    const returned = await goToProvider(actor, "github", { as: newGitHub() });
    const headers = { cookie: `redirect=${"A".repeat(400)}` };
    const { provider, code, state } = returned;
    const path = `/auth/providers/${provider}/complete`;
    expectExpired(await actor.post(path, { code, state }, { headers }));
  });
});

test("the redirect cookie reveals neither the state nor the verifier", async () => {
  const actor = server.stranger();
  const { body } = await actor.post("/auth/providers/github/sign-in", {});
  const state = new URL(String(body.url)).searchParams.get("state");
  expect(state).toMatch(/^[\w-]{43}$/);
  const [, sealed = ""] = /redirect=([\w-]+)/.exec(actor.cookie) ?? [];
  expect(Buffer.from(sealed, "base64url").toString("latin1")).not.toContain(
    String(state),
  );
});

test("a provider that is not configured is not found", async () => {
  const without = await startServer();
  try {
    const actor = without.stranger();
    expect((await actor.get("/auth/providers")).body).toEqual({
      items: [],
    });
    const answer = await actor.post("/auth/providers/github/sign-in", {});
    expect(problemOf(answer).reason).toBe("NOT_FOUND");
  } finally {
    await without.stop();
  }
});

describe("the path after the sign-in stays on this site:", () => {
  const places: [next: string, path: string][] = [
    ["/o/acme/projects?q=a#b", "/o/acme/projects?q=a#b"],
    [String.raw`/\evil.example`, "/"],
    ["//evil.example", "/"],
    ["/\t/evil.example", "/"],
    ["/..//evil.example", "/evil.example"],
    ["https://evil.example", "/"],
    ["javascript:alert(1)", "/"],
    ["http://localhost@evil.example", "/"],
    // This path is too long for a cookie.
    [`/o/acme/projects?q=${"字".repeat(480)}`, "/"],
  ];
  for (const [next, path] of places)
    test(JSON.stringify(next.slice(0, 40)), async () => {
      const as = newGitHub();
      const { body } = await completeProviderFlow(server.stranger(), "github", {
        as,
        next,
      });
      expect(body).toMatchObject({ next: path });
    });
});

describe("linking an account", () => {
  test("adds a sign-in method, notifies the owner and renews the session", async () => {
    const ana = await server.person("Ana");
    const before = ana.cookie;
    const login = newGitHub();
    const answer = await completeProviderFlow(ana, "github", {
      as: login,
      intent: "link",
    });
    expect(expectStatus(answer, 200).body).toEqual({
      linked: "github",
      next: "/account/linked",
    });
    expect(ana.cookie).not.toBe(before);
    const stale = server.stranger();
    expectStatus(
      await stale.get("/auth/me", { headers: { cookie: before } }),
      401,
    );
    expect(await linked(ana)).toMatchObject([
      { provider: "github", label: login },
    ]);
    const [mail] = await server.mailsTo(ana.email);
    expect(mail?.subject).toBe(
      "A GitHub account was connected to your account",
    );
    expect(mail?.text).toContain(login);

    const elsewhere = server.stranger();
    expectStatus(
      await completeProviderFlow(elsewhere, "github", { as: login }),
      200,
    );
    expect(String((await elsewhere.get("/auth/me")).body.id)).toBe(ana.id);
  });

  test("twice changes nothing", async () => {
    const ana = await server.person("Ana");
    const journey = { as: newGitHub(), intent: "link" } as const;
    expectStatus(await completeProviderFlow(ana, "github", journey), 200);
    expectStatus(await completeProviderFlow(ana, "github", journey), 200);
    expect(await linked(ana)).toHaveLength(1);
    const mails = await server.mailsTo(ana.email);
    expect(
      mails.filter(({ subject }) => /was connected/.test(subject)),
    ).toHaveLength(1);
  });

  test("is refused if it is linked to another user", async () => {
    const { actor, login } = await person();
    const ben = await server.person("Ben");
    const answer = await completeProviderFlow(ben, "github", {
      as: login,
      intent: "link",
    });
    expect(answer.status).toBe(409);
    expect(problemOf(answer).reason).toBe("IDENTITY_TAKEN");
    expect(await linked(ben)).toEqual([]);
    expect(await linked(actor)).toHaveLength(1);
  });

  test("needs a recent sign-in", async () => {
    const ana = await server.person("Ana");
    server.passTime(11 * MINUTE_MS);
    const answer = await ana.post("/auth/providers/github/link", {});
    expect(problemOf(answer).reason).toBe("REAUTHENTICATION_REQUIRED");
  });

  test("can only be completed by the user who started it", async () => {
    const [ana, ben] = [await server.person("Ana"), await server.person("Ben")];
    const journey = { as: newGitHub(), intent: "link" } as const;
    const returned = await goToProvider(ana, "github", journey);
    const [redirect = ""] = /redirect=[\w-]+/.exec(ana.cookie) ?? [];
    const { code, state } = returned;
    const [sid = ""] = /sid=[^;]+/.exec(ben.cookie) ?? [];
    for (const cookie of [redirect, `${redirect}; ${sid}`])
      expectExpired(
        await server
          .stranger()
          .post(
            "/auth/providers/github/complete",
            { code, state },
            { headers: { cookie } },
          ),
      );
    expect(await linked(ben)).toEqual([]);
    expect(await linked(ana)).toEqual([]);
  });
});

describe("unlinking an account", () => {
  test("removes the sign-in method and notifies the owner", async () => {
    const ana = await server.person("Ana");
    const login = newGitHub();
    await completeProviderFlow(ana, "github", { as: login, intent: "link" });
    const [identity] = await linked(ana);
    expectStatus(
      await ana.delete(`/auth/linked-accounts/${identity?.id}`),
      204,
    );
    expect(await linked(ana)).toEqual([]);
    const [mail] = await server.mailsTo(ana.email);
    expect(mail?.subject).toBe(
      "A GitHub account was disconnected from your account",
    );
    // The GitHub account is no longer linked, so it signs up a new user.
    const elsewhere = server.stranger();
    await completeProviderFlow(elsewhere, "github", { as: login });
    expect(String((await elsewhere.get("/auth/me")).body.id)).not.toBe(ana.id);
  });

  test("does not find the account of another user", async () => {
    const { actor } = await person();
    const [theirs] = await linked(actor);
    const ben = await server.person("Ben");
    const answer = await ben.delete(`/auth/linked-accounts/${theirs?.id}`);
    expect(problemOf(answer).reason).toBe("NOT_FOUND");
    expect(await linked(actor)).toHaveLength(1);
  });

  test("is refused for the last sign-in method; a password counts as another one", async () => {
    const { actor } = await person();
    const [only] = await linked(actor);
    await server.services.outbox.idle();
    const before = await snapshot(server.db);
    const answer = await actor.delete(`/auth/linked-accounts/${only?.id}`);
    expect(answer.status).toBe(409);
    expect(problemOf(answer).reason).toBe("LAST_SIGN_IN_METHOD");
    expect(await snapshot(server.db)).toEqual(before);
    await server.db.client.execute({
      sql: "update users set password_hash = 'x' where id = ?",
      args: [actor.id],
    });
    expectStatus(await actor.delete(`/auth/linked-accounts/${only?.id}`), 204);
  });

  test("does not count accounts of providers that are not configured any more", async () => {
    const { actor } = await person();
    const [usable] = await linked(actor);
    await addLinkedAccount(server.db, actor.id, "gitlab");
    const answer = await actor.delete(`/auth/linked-accounts/${usable?.id}`);
    expect(problemOf(answer).reason).toBe("LAST_SIGN_IN_METHOD");
  });

  test("needs a recent sign-in", async () => {
    const { actor } = await person();
    await addLinkedAccount(server.db, actor.id, "google");
    const [one] = await linked(actor);
    server.passTime(11 * MINUTE_MS);
    const answer = await actor.delete(`/auth/linked-accounts/${one?.id}`);
    expect(problemOf(answer).reason).toBe("REAUTHENTICATION_REQUIRED");
  });

  test("keeps one of two accounts that are unlinked in parallel", async () => {
    const { actor } = await person();
    await addLinkedAccount(server.db, actor.id, "oidc");
    const [one, other] = await linked(actor);
    const statuses = await server.race(
      [one, other].map(
        (identity) => () =>
          actor.delete(`/auth/linked-accounts/${identity?.id}`),
      ),
    );
    expect(statuses.map(({ status }) => status).toSorted()).toEqual([204, 409]);
    expect(await linked(actor)).toHaveLength(1);
  });
});

describe("a reauthentication with a linked account", () => {
  test("allows sensitive actions for a user without a password", async () => {
    const { actor, login } = await person();
    await addLinkedAccount(server.db, actor.id, "google");
    server.passTime(11 * MINUTE_MS);
    const unlink = async () => {
      const [, other] = await linked(actor);
      return actor.delete(`/auth/linked-accounts/${other?.id}`);
    };
    expectStatus(await unlink(), 403);
    const { body } = await completeProviderFlow(actor, "github", {
      as: login,
      intent: "reauthenticate",
      next: "/account/linked?a=b",
    });
    expect(body).toEqual({
      reauthenticated: true,
      next: "/account/linked?a=b",
    });
    expectStatus(await unlink(), 204);
  });

  test("is refused for an account that is not linked to the user", async () => {
    const { actor } = await person();
    const other = await person();
    server.passTime(11 * MINUTE_MS);
    for (const as of [other.login, newGitHub()]) {
      const answer = await completeProviderFlow(actor, "github", {
        as,
        intent: "reauthenticate",
      });
      expect(problemOf(answer).reason).toBe("INVALID_CREDENTIALS");
    }
    const link = await actor.post("/auth/providers/github/link", {});
    expect(problemOf(link).reason).toBe("REAUTHENTICATION_REQUIRED");
  });

  test("is refused for a user with a password", async () => {
    const ana = await server.person("Ana");
    await addLinkedAccount(server.db, ana.id);
    const answer = await ana.post("/auth/providers/github/reauthenticate", {});
    expect(problemOf(answer).reason).toBe("INVALID_INPUT");
  });

  test("makes the provider ask for a new sign-in", async () => {
    const sub = `sub-${++people}`;
    const { actor } = await person();
    await oidc.know({ sub });
    const { body } = await actor.post(
      "/auth/providers/oidc/reauthenticate",
      {},
    );
    const asked = new URL(String(body.url)).searchParams;
    expect(asked.get("prompt")).toBe("login");
    expect(asked.get("max_age")).toBe("0");
  });
});
