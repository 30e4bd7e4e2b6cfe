import { expect } from "bun:test";
import { Actor, type Answer } from "../kit/actor";
import { expectStatus } from "../kit/server";
import { count, outcome, race, raceOf } from "./rounds";
import { serverSuite } from "../kit/suite";

const server = serverSuite();

async function tokenFor(person: Actor, email: string) {
  expectStatus(await person.post("/auth/change-email", { email }), 202);
  return server.mailedToken(email, "change-email");
}

function confirm(browser: Actor, token: string) {
  return () => browser.post("/auth/change-email/confirm", { token });
}

function sessionsOf({ id }: Actor) {
  return count(server, "select count(*) from sessions where user_id = ?", id);
}

async function addressOf({ id }: Actor) {
  const { rows } = await server.db.client.execute({
    sql: "select email from users where id = ?",
    args: [id],
  });
  return rows[0]?.email;
}

race(
  "of two people who confirm the same new address at once one gets it",
  server,
  async (run) => {
    const email = `wanted-${run}@example.com`;
    const people = [await server.person("Ana"), await server.person("Ben")];
    const requests: (() => Promise<Answer>)[] = [];
    for (const person of people)
      requests.push(confirm(person, await tokenFor(person, email)));
    const answers = await raceOf(server, ...requests);
    expect(outcome(answers)).toEqual(["200", "VERIFICATION_INVALID"]);
    for (const [index, person] of people.entries()) {
      const isWinner = answers[index]?.status === 200;
      expect(await addressOf(person)).toBe(isWinner ? email : person.email);
      // The user who lost the race stays signed in and keeps the former address.
      if (!isWinner) expect(answers[index]?.headers.getSetCookie()).toEqual([]);
      expectStatus(await person.get("/auth/context"), 200);
      const mails = await server.mailsTo(person.email);
      const isTold = mails.some(({ subject }) => /was changed/.test(subject));
      expect(isTold).toBe(isWinner);
    }
  },
);

race("a link opened twice at once works once", server, async (run) => {
  const ana = await server.person("Ana");
  const token = await tokenFor(ana, `twice-${run}@example.com`);
  const answers = await raceOf(
    server,
    confirm(ana, token),
    confirm(ana, token),
  );
  expect(outcome(answers)).toEqual(["200", "VERIFICATION_INVALID"]);
  expect(await sessionsOf(ana)).toBe(1);
  expectStatus(await ana.get("/auth/context"), 200);
});

race(
  "a link opened by whoever asked, and by nobody, at once works for the one who asked",
  server,
  async (run) => {
    const ana = await server.person("Ana");
    const email = `beside-${run}@example.com`;
    const token = await tokenFor(ana, email);
    const [own, other] = await raceOf(
      server,
      confirm(ana, token),
      confirm(server.stranger(), token),
    );
    expect(own?.status).toBe(200);
    // The status is 403 before the other request has used the link, and 404 after it.
    expect(other?.status).toBeOneOf([403, 404]);
    expect(await addressOf(ana)).toBe(email);
  },
);

race(
  "of a session that takes an address and one that ends all others one survives",
  server,
  async (run) => {
    const ana = await server.person("Ana");
    const token = await tokenFor(ana, `ended-${run}@example.com`);
    const other = ana.otherBrowser();
    expectStatus(await other.signIn(), 200);
    const answers = await raceOf(server, confirm(ana, token), () =>
      other.delete("/auth/sessions"),
    );
    // The request that came first ended the session of the other request.
    expect(outcome(answers)).toBeOneOf([
      ["200", "SIGNED_OUT"],
      ["204", "SIGN_IN_FIRST"],
    ]);
    expect(await sessionsOf(ana)).toBe(1);
    const isTaken = (await addressOf(ana)) !== ana.email;
    expect(isTaken).toBe(answers[0]?.status === 200);
  },
);

race(
  "an address is either signed up with or changed to",
  server,
  async (run) => {
    const email = `both-${run}@example.com`;
    const ana = await server.person("Ana");
    const newcomer = new Actor(server, "Newcomer", email);
    const { name, password } = newcomer;
    const signUp = newcomer.post("/auth/sign-up", { name, email, password });
    expectStatus(await signUp, 202);
    const verification = await server.mailedToken(email, "verify");
    const token = await tokenFor(ana, email);
    const answers = await raceOf(server, confirm(ana, token), () =>
      newcomer.post("/auth/verify-email", { token: verification }),
    );
    expect(outcome(answers)).toEqual(["200", "VERIFICATION_INVALID"]);
    const owners = "select count(*) from users where email = ?";
    expect(await count(server, owners, email)).toBe(1);
  },
);

race(
  "a sign-in with the old address while it changes starts nothing that lasts",
  server,
  async (run) => {
    const ana = await server.person("Ana");
    const token = await tokenFor(ana, `moved-${run}@example.com`);
    const other = ana.otherBrowser();
    const [confirmed] = await raceOf(server, confirm(ana, token), () =>
      other.signIn(),
    );
    expect(confirmed?.status).toBe(200);
    expectStatus(await ana.get("/auth/context"), 200);
    expectStatus(await other.get("/auth/context"), 401);
    expect(await sessionsOf(ana)).toBe(1);
  },
);

race(
  "a change asked for while the password is reset comes to nothing",
  server,
  async (run) => {
    const email = `thief-${run}@example.com`;
    const ana = await server.person("Ana");
    const thief = ana.otherBrowser();
    expectStatus(await thief.signIn(), 200);
    expectStatus(
      await ana.post("/auth/forgot-password", { email: ana.email }),
      202,
    );
    const token = await server.mailedToken(ana.email, "reset");
    const password = "three unrelated words";
    const [, reset] = await raceOf(
      server,
      () => thief.post("/auth/change-email", { email }),
      () => ana.post("/auth/reset-password", { token, password }),
    );
    expect(reset?.status).toBe(200);
    const left = "select count(*) from email_changes where user_id = ?";
    expect(await count(server, left, ana.id)).toBe(0);
  },
);
