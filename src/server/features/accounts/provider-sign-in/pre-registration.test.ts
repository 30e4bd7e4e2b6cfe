import { beforeEach, describe, expect, test } from "bun:test";
import { Actor } from "#testing/kit/actor";
import { completeProviderFlow } from "#testing/kit/oauth-flow";
import { startGitHub } from "#testing/peers/github";
import { expectStatus } from "#testing/kit/server";
import { fixture, serverSuite } from "#testing/kit/suite";
import { problemOf } from "#testing/kit/problem";

const github = fixture(startGitHub);
const server = serverSuite(() => github.environment);

const attackersPassword = "the attacker's own words";
let email = "";
let round = 0;
beforeEach(() => {
  email = `victim-${++round}@example.com`;
});

function attacker(): Actor {
  return new Actor(server, "Attacker", email, attackersPassword);
}

function account(login: string, verified: boolean): string {
  const emails = [{ email, primary: true, verified }];
  github.know({ id: ++round, login, emails });
  return login;
}

const byPassword = (actor: Actor) =>
  actor.post("/auth/sign-up", {
    name: actor.name,
    email,
    password: actor.password,
  });
const byUnverified = (actor: Actor) =>
  completeProviderFlow(actor, "github", { as: account("attacker", false) });

/** Expects that the attacker cannot sign in, neither with the password nor with GitHub. */
async function expectNoAccess(actor: Actor): Promise<void> {
  expectStatus(await actor.signIn(attackersPassword), 401);
  const back = await completeProviderFlow(actor, "github", {
    as: account("attacker", false),
  });
  expect(back.body).toEqual({ verificationSent: true, email });
  expectStatus(await actor.get("/auth/me"), 401);
  const { rows } = await server.db.client.execute({
    sql: "select i.subject from identities i join users u on u.id = i.user_id where u.email = ?",
    args: [email],
  });
  expect(rows.map(({ subject }) => subject)).not.toContain("attacker");
}

const victims: [how: string, (victim: Actor) => Promise<void>][] = [
  [
    "with a password",
    async (victim) => {
      expectStatus(await byPassword(victim), 202);
      const token = await server.mailedToken(email, "verify");
      expectStatus(await victim.post("/auth/verify-email", { token }), 200);
    },
  ],
  [
    "with a provider that verified the address",
    async (victim) => {
      const as = account("victim", true);
      expectStatus(await completeProviderFlow(victim, "github", { as }), 200);
    },
  ],
  [
    "with a provider and the mailed link",
    async (victim) => {
      const as = account("victim-new", false);
      expectStatus(await completeProviderFlow(victim, "github", { as }), 200);
      const token = await server.mailedToken(email, "verify");
      expectStatus(await victim.post("/auth/verify-email", { token }), 200);
    },
  ],
  [
    "through an invitation",
    async (victim) => {
      const admin = await server.person();
      const org = await server.organization(admin);
      const { token } = await server.invite(admin, org, email, "member");
      const { name, password } = victim;
      const input = { name, email, password, invitationToken: token };
      expectStatus(await victim.post("/auth/sign-up", input), 201);
    },
  ],
];

describe.each([
  ["a password", byPassword],
  ["a provider account with an unverified address", byUnverified],
] as const)("an attacker who signs up first with %s", (_, register) => {
  for (const [how, signUp] of victims)
    test(`can't sign in to the account that the owner creates ${how}`, async () => {
      const before = attacker();
      expect((await register(before)).status).toBeLessThan(300);
      const first = await server.mailedToken(email, "verify");
      const victim = new Actor(server, "Victim", email);
      await signUp(victim);
      expectStatus(await victim.get("/auth/me"), 200);
      // The link that the attacker requested is invalid in every browser.
      for (const actor of [victim.otherBrowser(), before])
        expectStatus(
          await actor.post("/auth/verify-email", { token: first }),
          404,
        );
      await expectNoAccess(before);
    });
});

test("the owner who opens the attacker's link by mistake creates no account for the attacker", async () => {
  const before = attacker();
  expectStatus(await byUnverified(before), 200);
  const token = await server.mailedToken(email, "verify");
  const victim = new Actor(server, "Victim", email);
  const opened = await victim.post("/auth/verify-email", { token });
  expect(expectStatus(opened, 200).text).toBe('{"user":null}');
  await expectNoAccess(before);
  // The account of the owner has no password and no linked account of the attacker.
  const choice = { token, name: "Victim", password: victim.password };
  const chosen = victim.post("/auth/verify-email/password", choice);
  expectStatus(await chosen, 200);
  const { rows } = await server.db.client.execute({
    sql: "select i.id from identities i join users u on u.id = i.user_id where u.email = ?",
    args: [email],
  });
  expect(rows).toEqual([]);
  expectStatus(await before.signIn(attackersPassword), 401);
});

test("a sign-up with a password and one with a provider both wait for the verification of the address", async () => {
  const before = attacker();
  expectStatus(await byPassword(before), 202);
  expectStatus(await byUnverified(before), 200);
  const answer = expectStatus(await before.signIn(attackersPassword), 403);
  expect(problemOf(answer).reason).toBe("EMAIL_NOT_VERIFIED");
});
