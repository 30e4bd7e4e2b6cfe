import { expect } from "bun:test";
import type { Actor } from "../kit/actor";
import { expectStatus } from "../kit/server";
import { count, outcome, race, raceOf } from "./rounds";
import { serverSuite } from "../kit/suite";

const server = serverSuite();

const CHOSEN = ["first new passphrase", "second new passphrase"] as const;

async function resetToken({ email }: Actor) {
  const forgot = server.stranger().post("/auth/forgot-password", { email });
  expectStatus(await forgot, 202);
  return server.mailedToken(email, "reset");
}

function sessionsOf({ id }: Actor) {
  return count(server, "select count(*) from sessions where user_id = ?", id);
}

race("a link used twice at once works once", server, async () => {
  const actor = await server.person();
  const token = await resetToken(actor);
  const resets = CHOSEN.map(
    (password) => () =>
      actor.otherBrowser().post("/auth/reset-password", { token, password }),
  );
  const answers = await raceOf(server, ...resets);
  expect(outcome(answers)).toEqual(["200", "VERIFICATION_INVALID"]);
  expect(await sessionsOf(actor)).toBe(1);
  const winner = answers.findIndex(({ status }) => status === 200);
  for (const [index, password] of CHOSEN.entries())
    expectStatus(
      await actor.otherBrowser().signIn(password),
      index === winner ? 200 : 401,
    );
});

race(
  "a password that is replaced meanwhile signs nobody in",
  server,
  async () => {
    const actor = await server.person();
    const token = await resetToken(actor);
    const intruder = actor.otherBrowser();
    const input = { token, password: CHOSEN[0] };
    await raceOf(
      server,
      () => intruder.signIn(),
      () => actor.post("/auth/reset-password", input),
    );
    expect(await sessionsOf(actor)).toBe(1);
    expectStatus(await actor.get("/auth/context"), 200);
    expectStatus(await intruder.get("/auth/context"), 401);
  },
);

race("a password changed twice at once is changed once", server, async () => {
  const actor = await server.person();
  const other = actor.otherBrowser();
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
  expect(await sessionsOf(actor)).toBe(1);
});
