import { expect } from "bun:test";
import type { Actor } from "../kit/actor";
import { expectStatus, type TestServer } from "../kit/server";
import { count, outcome, race, raceOf, raceServer } from "./rounds";

const started = raceServer();

const CHOSEN = ["first new passphrase", "second new passphrase"] as const;

async function resetToken(server: TestServer, { email }: Actor) {
  const forgot = server.stranger().post("/auth/forgot-password", { email });
  expectStatus(await forgot, 202);
  return server.mailedToken(email, "reset");
}

function sessionsOf(server: TestServer, { id }: Actor) {
  return count(server, "select count(*) from sessions where user_id = ?", id);
}

race("a link used twice at once works once", started, async (server) => {
  const actor = await server.person();
  const token = await resetToken(server, actor);
  const resets = CHOSEN.map(
    (password) => () =>
      actor.elsewhere().post("/auth/reset-password", { token, password }),
  );
  const answers = await raceOf(server, ...resets);
  expect(outcome(answers)).toEqual(["200", "VERIFICATION_INVALID"]);
  expect(await sessionsOf(server, actor)).toBe(1);
  const winner = answers.findIndex(({ status }) => status === 200);
  for (const [index, password] of CHOSEN.entries())
    expectStatus(
      await actor.elsewhere().signIn(password),
      index === winner ? 200 : 401,
    );
});

race(
  "a password that is replaced meanwhile signs nobody in",
  started,
  async (server) => {
    const actor = await server.person();
    const token = await resetToken(server, actor);
    const intruder = actor.elsewhere();
    const input = { token, password: CHOSEN[0] };
    await raceOf(
      server,
      () => intruder.signIn(),
      () => actor.post("/auth/reset-password", input),
    );
    expect(await sessionsOf(server, actor)).toBe(1);
    expectStatus(await actor.get("/auth/context"), 200);
    expectStatus(await intruder.get("/auth/context"), 401);
  },
);

race(
  "a password changed twice at once is changed once",
  started,
  async (server) => {
    const actor = await server.person();
    const other = actor.elsewhere();
    expectStatus(await other.signIn(), 200);
    const changes = [actor, other].map(
      (browser, index) => () =>
        browser.post("/auth/change-password", {
          currentPassword: actor.password,
          newPassword: CHOSEN[index],
        }),
    );
    const answers = await raceOf(server, ...changes);
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    expect(await sessionsOf(server, actor)).toBe(1);
  },
);
