import { describe, expect, test } from "bun:test";
import type { ProviderId } from "#shared/providers";
import { Actor } from "#testing/kit/actor";
import {
  returnFromProvider,
  goToProvider,
  completeProviderFlow,
} from "#testing/kit/oauth-flow";
import { startGitHub } from "#testing/peers/github";
import { expectStatus } from "#testing/kit/server";
import { fixture, serverSuite } from "#testing/kit/suite";
import { type Elsewhere, startOidc } from "#testing/peers/oidc";
import { problemOf } from "#testing/kit/problem";
import { comparable } from "#testing/matrix/procedures";
import { freePort } from "#testing/kit/temporary";

const github = fixture(startGitHub);
const oidc = fixture(() => startOidc(freePort()));
const server = serverSuite(() => ({
  ...oidc.environment,
  ...github.environment,
  OIDC_TRUSTS_EMAIL: "true",
}));

let people = 0;
const newAddress = () => `elsewhere-${++people}@example.com`;

async function newSubject(claims: Omit<Elsewhere, "sub"> = {}) {
  const sub = `sub-${++people}`;
  await oidc.know({ sub, ...claims });
  return sub;
}

function newGitHub(email: string, verified = true, name: string | null = null) {
  const login = `octocat-${++people}`;
  const emails = [
    { email: `other-${email}`, primary: false, verified: true },
    { email, primary: true, verified },
  ];
  github.know({ id: ++people, login, name, emails });
  return login;
}

async function rows(
  table: "users" | "identities" | "sign_ups",
  email?: string,
) {
  const { rows: found } = await server.db.client.execute({
    sql: `select * from ${table} ${email ? "where email = ?" : ""}`,
    args: email ? [email] : [],
  });
  return found;
}

const me = async (actor: Actor) =>
  expectStatus(await actor.get<"auth.me">("/auth/me"), 200).body;

test("the configured providers are listed with their names", async () => {
  const { body } = await server.stranger().get("/auth/providers");
  expect(body).toEqual({
    items: [
      { id: "github", name: "GitHub" },
      { id: "google", name: "Google" },
      { id: "oidc", name: "Acme ID" },
    ],
  });
});

describe("a new user with a verified address is signed up", () => {
  const ways: [string, ProviderId, (email: string) => Promise<string>][] = [
    [
      "by a trusted OpenID Connect provider",
      "oidc",
      (email) => newSubject({ email, email_verified: true, name: "Ana Costa" }),
    ],
    [
      "by Google for a Workspace",
      "google",
      (email) =>
        newSubject({
          email,
          email_verified: true,
          name: "Ana Costa",
          hd: "example.com",
        }),
    ],
  ];
  for (const [by, provider, create] of ways)
    test(by, async () => {
      const email = newAddress();
      const login = await create(email);
      const actor = server.stranger();
      const journey = { as: login, next: "/o/acme?q=1" };
      const { body } = expectStatus(
        await completeProviderFlow(actor, provider, journey),
        200,
      );
      expect(body).toMatchObject({
        user: { email, name: "Ana Costa", emailVerified: true },
        next: "/o/acme?q=1",
      });
      const { id } = await me(actor);
      expect(await server.mailsTo(email)).toEqual([]);

      // A second sign-in with the same provider account, in another browser, signs in the same user.
      const again = server.stranger();
      expectStatus(
        await completeProviderFlow(again, provider, { as: login }),
        200,
      );
      expect((await me(again)).id).toBe(id);
      const [mail] = await server.mailsTo(email);
      expect(mail?.subject).toBe("New sign-in to your account");
      expect(await rows("users", email)).toHaveLength(1);
    });
});

test("Google verifies only Workspace addresses; others need a mailed link", async () => {
  for (const email of [`ana.${++people}@gmail.com`, newAddress()]) {
    const as = await newSubject({ email, email_verified: true });
    const answer = await completeProviderFlow(server.stranger(), "google", {
      as,
    });
    expect(answer.body).toEqual({ verificationSent: true, email });
    expect(await rows("users", email)).toEqual([]);
  }
});

test("an invalid name is replaced by the local part of the address", async () => {
  const email = newAddress();
  const login = newGitHub(email, true, "\u202eevil");
  const { body } = await completeProviderFlow(server.stranger(), "github", {
    as: login,
  });
  expect(body).toMatchObject({
    user: { name: email.split("@")[0] },
  });
});

test("a linked account is found by its subject, also with a new address or name", async () => {
  const email = newAddress();
  const sub = await newSubject({ email, email_verified: true });
  const first = server.stranger();
  expectStatus(await completeProviderFlow(first, "oidc", { as: sub }), 200);
  const victim = await server.person();
  await oidc.know({ sub, email: victim.email, email_verified: true });
  const second = server.stranger();
  expectStatus(await completeProviderFlow(second, "oidc", { as: sub }), 200);
  expect(await me(second)).toEqual(await me(first));
});

test("an existing account is never linked by address; a verified owner is told that it exists", async () => {
  const ana = await server.person("Ana");
  const login = newGitHub(ana.email);
  const stranger = server.stranger();
  const answer = await completeProviderFlow(stranger, "github", { as: login });
  expect(problemOf(answer)).toMatchObject({ reason: "ACCOUNT_EXISTS" });
  expect(answer.status).toBe(409);
  expect(stranger.cookie).not.toContain("sid=");
  expect((await rows("identities")).map((row) => row.label)).not.toContain(
    login,
  );
});

describe("an unverified address", () => {
  const unverified = async (email: string) =>
    newGitHub(email, false, "Nora New");

  test("gets the same response and rows, known or unknown", async () => {
    const known = await server.person();
    const answers: string[] = [];
    for (const email of [known.email, newAddress()]) {
      const login = await unverified(email);
      const actor = server.stranger();
      const answer = await completeProviderFlow(actor, "github", { as: login });
      expectStatus(answer, 200);
      answers.push(
        JSON.stringify(comparable(answer))
          .replaceAll(email, "…")
          .replace(/"content-length","\d+"/, "")
          .replace(/=[\w-]{43}(?=;)/g, "=…"),
      );
      expect(await rows("sign_ups", email)).toHaveLength(1);
    }
    expect(answers[0]).toBe(answers[1] ?? "");
    const [mail] = await server.mailsTo(known.email);
    expect(mail?.subject).toBe("You already have an account");
    expect(mail?.text).not.toContain("#token=");
  });

  test("is verified by mail, which signs in the browser of the sign-up", async () => {
    const email = newAddress();
    const login = await unverified(email);
    const actor = server.stranger();
    const answer = await completeProviderFlow(actor, "github", { as: login });
    expect(answer.body).toEqual({ verificationSent: true, email });
    expect(await rows("users", email)).toEqual([]);
    expectStatus(await actor.get("/auth/me"), 401);

    const token = await server.mailedToken(email, "verify");
    const confirmed = await actor.post("/auth/verify-email", { token });
    expect(expectStatus(confirmed, 200).body).toMatchObject({
      user: { email, name: "Nora New" },
    });
    const { id } = await me(actor);
    const again = server.stranger();
    expectStatus(
      await completeProviderFlow(again, "github", { as: login }),
      200,
    );
    expect((await me(again)).id).toBe(id);
  });

  test("creates no account in another browser, and the link still works in the right one", async () => {
    const email = newAddress();
    const login = await unverified(email);
    const actor = server.stranger();
    await completeProviderFlow(actor, "github", { as: login });
    const token = await server.mailedToken(email, "verify");
    const elsewhere = await server
      .stranger()
      .post("/auth/verify-email", { token });
    expect(expectStatus(elsewhere, 200).text).toBe('{"user":null}');
    expect(await rows("users", email)).toEqual([]);
    expectStatus(await actor.post("/auth/verify-email", { token }), 200);
  });

  test("creates no user if the account at the provider was linked to another user since", async () => {
    const email = newAddress();
    const login = await unverified(email);
    const actor = server.stranger();
    await completeProviderFlow(actor, "github", { as: login });
    const ben = await server.person("Ben");
    expectStatus(
      await completeProviderFlow(ben, "github", { as: login, intent: "link" }),
      200,
    );
    const token = await server.mailedToken(email, "verify");
    const confirmed = await actor.post("/auth/verify-email", { token });
    expect(problemOf(confirmed).reason).toBe("IDENTITY_TAKEN");
    expect(await rows("users", email)).toEqual([]);
  });

  test("is verified by an invitation that was mailed to it", async () => {
    const admin = await server.person();
    const org = await server.organization(admin);
    const email = newAddress();
    const { token } = await server.invite(admin, org, email, "member");
    const actor = server.stranger();
    const returned = await goToProvider(actor, "github", {
      as: await unverified(email),
      next: "/invite",
    });
    const { body } = expectStatus(
      await returnFromProvider(actor, returned, { invitationToken: token }),
      200,
    );
    expect(body).toMatchObject({ user: { email }, next: "/invite" });
    expectStatus(await actor.post("/invitations/accept", { token }), 200);
  });

  test("is not verified by an invitation to another address", async () => {
    const admin = await server.person();
    const org = await server.organization(admin);
    const { token } = await server.invite(admin, org, newAddress(), "member");
    const email = newAddress();
    const actor = server.stranger();
    const returned = await goToProvider(actor, "github", {
      as: await unverified(email),
    });
    const { body } = await returnFromProvider(actor, returned, {
      invitationToken: token,
    });
    expect(body).toEqual({ verificationSent: true, email });
  });
});

test("a provider account without an address can't sign up", async () => {
  const login = `octocat-${++people}`;
  github.know({ id: ++people, login, name: "No Mail" });
  const answer = await completeProviderFlow(server.stranger(), "github", {
    as: login,
  });
  expect(problemOf(answer).reason).toBe("PROVIDER_WITHOUT_ADDRESS");
  const sub = await newSubject({ name: "No Mail" });
  const other = await completeProviderFlow(server.stranger(), "oidc", {
    as: sub,
  });
  expect(problemOf(other).reason).toBe("PROVIDER_WITHOUT_ADDRESS");
});

test("a suspended user is refused like a wrong password", async () => {
  const email = newAddress();
  const login = newGitHub(email);
  const actor = server.stranger();
  expectStatus(await completeProviderFlow(actor, "github", { as: login }), 200);
  await server.db.client.execute({
    sql: "update users set suspended_at = 1 where email = ?",
    args: [email],
  });
  const again = server.stranger();
  const answer = await completeProviderFlow(again, "github", { as: login });
  const wrong = await again.post("/auth/sign-in", { email, password: "wrong" });
  expect(comparable(answer).text).toBe(comparable(wrong).text);
  expect(again.cookie).not.toContain("sid=");
});

test("a user without a password sets one with a reset link", async () => {
  const email = newAddress();
  const actor = server.stranger();
  const login = newGitHub(email);
  expectStatus(await completeProviderFlow(actor, "github", { as: login }), 200);
  const password = "chosen long afterwards";
  expectStatus(
    await actor.post("/auth/sign-in", { email, password: "anything at all" }),
    401,
  );
  expectStatus(await actor.post("/auth/forgot-password", { email }), 202);
  const token = await server.mailedToken(email, "reset");
  expectStatus(
    await actor.post("/auth/reset-password", { token, password }),
    200,
  );
  const again = new Actor(server, "Ana", email, password);
  expectStatus(await again.signIn(), 200);
});

test("a sign-in with a provider asks for the second factor", async () => {
  const email = newAddress();
  const login = newGitHub(email);
  const actor = server.stranger();
  expectStatus(await completeProviderFlow(actor, "github", { as: login }), 200);
  const { id } = await me(actor);
  await server.db.client.execute({
    sql: "insert into totp_secrets (user_id, sealed, confirmed_at, created_at) values (?, 'sealed', 1, 1)",
    args: [id],
  });
  const again = server.stranger();
  const journey = { as: login, next: "/account" };
  const { body } = await completeProviderFlow(again, "github", journey);
  expect(body).toEqual({
    twoFactorRequired: true,
    methods: ["totp"],
    next: "/account",
  });
  expect(again.cookie).not.toContain("sid=");
});
