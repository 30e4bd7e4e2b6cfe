import { expect } from "bun:test";
import { expectStatus } from "../kit/server";
import { Actor, type Answer } from "../kit/actor";
import { count, outcome, race, raceOf } from "./rounds";
import { serverSuite } from "../kit/suite";

const server = serverSuite();

function users(email: string) {
  return count(server, "select count(*) from users where email = ?", email);
}

function browser(email: string, password: string) {
  return new Actor(server, "Dana", email, password);
}

race(
  "two sign-ups for one address, confirmed at once, make one user",
  server,
  async (run) => {
    const email = `dana-${run}@example.com`;
    const browsers = ["first passphrase", "second passphrase"].map((password) =>
      browser(email, password),
    );
    const confirmations: (() => Promise<Answer>)[] = [];
    for (const actor of browsers) {
      const { name, password } = actor;
      const input = { name, email, password };
      expectStatus(await actor.post("/auth/sign-up", input), 202);
      const token = await server.mailedToken(email);
      confirmations.push(() => actor.post("/auth/verify-email", { token }));
    }
    const answers = await raceOf(server, ...confirmations);
    expect(outcome(answers)).toEqual(["200", "VERIFICATION_INVALID"]);
    expect(await users(email)).toBe(1);
    const winner = answers.findIndex(({ status }) => status === 200);
    const signIns = await Promise.all(browsers.map((actor) => actor.signIn()));
    expect(signIns.map(({ status }) => status === 200)).toEqual(
      browsers.map((_, index) => index === winner),
    );
  },
);

race("a confirmation opened twice works once", server, async (run) => {
  const email = `erin-${run}@example.com`;
  const actor = browser(email, "a long enough passphrase");
  const { name, password } = actor;
  expectStatus(
    await actor.post("/auth/sign-up", { name, email, password }),
    202,
  );
  const token = await server.mailedToken(email);
  const confirm = () => actor.post("/auth/verify-email", { token });
  const answers = await raceOf(server, confirm, confirm);
  expect(outcome(answers)).toEqual(["200", "VERIFICATION_INVALID"]);
  expect(await users(email)).toBe(1);
});

race(
  "of two browsers that opened one link and choose a password at once, one makes the user",
  server,
  async (run) => {
    const email = `gwen-${run}@example.com`;
    const asked = browser(email, "the passphrase of the sign-up");
    const { name, password } = asked;
    const signUp = asked.post("/auth/sign-up", { name, email, password });
    expectStatus(await signUp, 202);
    const token = await server.mailedToken(email);
    const others = [
      asked.otherBrowser(),
      asked.otherBrowser(),
      asked.otherBrowser(),
    ];
    for (const other of others)
      expectStatus(await other.post("/auth/verify-email", { token }), 200);
    const [first = asked, second = asked, third = asked] = others;
    const choose = (actor: Actor, chosen: string) => () =>
      actor.post("/auth/verify-email/password", {
        token,
        name,
        password: chosen,
      });
    const answers = await raceOf(
      server,
      choose(first, "the first new passphrase"),
      choose(second, "the second new passphrase"),
    );
    expect(outcome(answers)).toEqual(["200", "VERIFICATION_INVALID"]);
    expect(await users(email)).toBe(1);
    // The account exists now, so the third browser can no longer use the link that it opened.
    expectStatus(await third.signIn(), 401);
    expect(
      await count(
        server,
        "select count(*) from email_verifications where email = ?",
        email,
      ),
    ).toBe(0);
  },
);

race("an invited sign-up sent twice makes one user", server, async (run) => {
  const email = `finn-${run}@example.com`;
  const ana = await server.person("Ana");
  const org = await server.organization(ana);
  const { token } = await server.invite(ana, org, email, "member");
  const { name, password } = browser(email, "a long passphrase");
  const signUp = () =>
    browser(email, password).post("/auth/sign-up", {
      name,
      email,
      password,
      invitationToken: token,
    });
  const answers = await raceOf(server, signUp, signUp);
  expect(outcome(answers)).toEqual(["201", "202"]);
  expect(await users(email)).toBe(1);
});
