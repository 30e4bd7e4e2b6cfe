import { expect } from "bun:test";
import type { Actor } from "../kit/actor";
import { expectStatus } from "../kit/server";
import { count, outcome, race, raceOf } from "./rounds";
import { serverSuite } from "../kit/suite";

const server = serverSuite();

function sessionsOf({ id }: Actor) {
  return count(server, "select count(*) from sessions where user_id = ?", id);
}

async function twice(): Promise<[Actor, Actor]> {
  const here = await server.person();
  const there = here.otherBrowser();
  expectStatus(await there.signIn(), 200);
  return [here, there];
}

const endOthers = (actor: Actor) => () => actor.delete("/auth/sessions");

race(
  "of two devices that sign each other out one stays signed in",
  server,
  async () => {
    const [here, there] = await twice();
    const answers = await raceOf(server, endOthers(here), endOthers(there));
    expect(outcome(answers)).toEqual(["204", "SIGNED_OUT"]);
    expect(await sessionsOf(here)).toBe(1);
    const [winner, loser] =
      answers[0]?.status === 204 ? [here, there] : [there, here];
    expectStatus(await winner.get("/auth/context"), 200);
    expectStatus(await loser.get("/auth/context"), 401);
  },
);

race(
  "a sign-in while the others are ended is either ended as well or came after",
  server,
  async () => {
    const [here, there] = await twice();
    const late = here.otherBrowser();
    const answers = await raceOf(server, endOthers(here), () => late.signIn());
    expect(outcome(answers)).toEqual(["200", "204"]);
    expectStatus(await here.get("/auth/context"), 200);
    expectStatus(await there.get("/auth/context"), 401);
    const isIn = (await late.get("/auth/context")).status === 200;
    expect(await sessionsOf(here)).toBe(isIn ? 2 : 1);
  },
);

race(
  "sign-ins at once leave twenty sessions, and all that have just begun",
  server,
  async () => {
    const person = await server.person();
    // Add nineteen sessions that were last used long ago. With the session from the sign-up there are twenty.
    await server.db.client.execute({
      sql: `with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < 19)
        insert into sessions (id, user_id, secret_hash, idle_expires_at, absolute_expires_at, authenticated_at, created_at, last_seen_at)
        select 'ses_' || ?1 || n, ?1, 'x', ?2, ?2, 1, 1, n from numbers`,
      args: [person.id, Date.now() + 60_000],
    });
    const browsers = [1, 2, 3].map(() => person.otherBrowser());
    const answers = await raceOf(
      server,
      ...browsers.map((browser) => () => browser.signIn()),
    );
    expect(outcome(answers)).toEqual(["200", "200", "200"]);
    expect(await sessionsOf(person)).toBe(20);
    for (const browser of [person, ...browsers])
      expectStatus(await browser.get("/auth/context"), 200);
  },
);
