import { beforeAll, expect } from "bun:test";
import type { Actor } from "../kit/actor";
import { expectStatus, type TestOrganization } from "../kit/server";
import { count, outcome, race, raceOf } from "./rounds";
import { serverSuite } from "../kit/suite";

/** The number of concurrent acceptances in the race for one seat. The other races use fewer. */
const CROWD = 50;
const FEW = 10;

const server = serverSuite();
let ana: Actor;
let crowd: Actor[];
beforeAll(async () => {
  ana = await server.person("Ana");
  crowd = [];
  // Create the users one after the other, because the server limits concurrent password hashes.
  for (let index = 0; index < CROWD; index++)
    crowd.push(await server.person(`Guest ${index}`));
});

function setSeats(org: TestOrganization, seats: number) {
  return server.db.client.execute({
    sql: "update organizations set seats = ? where id = ?",
    args: [seats, org.id],
  });
}

function members(org: TestOrganization) {
  return count(
    server,
    "select count(*) from memberships where org_id = ?",
    org.id,
  );
}

race("of concurrent acceptances, one takes the last seat", server, async () => {
  const org = await server.organization(ana);
  // Give the organization enough seats for all invitations; they are reduced before the race.
  await setSeats(org, CROWD + 1);
  const invited: [Actor, string][] = [];
  for (const guest of crowd) {
    const { token } = await server.invite(ana, org, guest.email, "member");
    invited.push([guest, token]);
  }
  // Reduce the seats to two, so that only one seat is free.
  await setSeats(org, 2);
  const answers = await raceOf(
    server,
    ...invited.map(
      ([guest, token]) =>
        () =>
          guest.post("/invitations/accept", { token }),
    ),
  );
  const lost = Array<string>(CROWD - 1).fill("SEAT_LIMIT");
  expect(outcome(answers)).toEqual(["200", ...lost]);
  expect(await members(org)).toBe(2);
});

race(
  "of concurrent invitations, as many are sent as there are seats",
  server,
  async () => {
    const few = crowd.slice(0, FEW);
    const org = await server.organization(ana);
    await setSeats(org, 4);
    const answers = await raceOf(
      server,
      ...few.map(
        ({ email }) =>
          () =>
            ana.post(`/organizations/${org.slug}/invitations`, {
              email,
              role: "member",
            }),
      ),
    );
    const lost = Array<string>(FEW - 3).fill("SEAT_LIMIT");
    expect(outcome(answers)).toEqual(["201", "201", "201", ...lost]);
  },
);

race(
  "a seat that becomes free during acceptances is taken once",
  server,
  async () => {
    const org = await server.organization(ana);
    const [leaving, first, second] = crowd;
    if (!leaving || !first || !second) throw new Error("There is a crowd.");
    const tokens: string[] = [];
    for (const guest of [leaving, first, second])
      tokens.push((await server.invite(ana, org, guest.email, "member")).token);
    const accept = (guest: Actor, token = "") =>
      guest.post("/invitations/accept", { token });
    expectStatus(await accept(leaving, tokens[0]), 200);
    await setSeats(org, 2);
    await raceOf(
      server,
      () => leaving.delete(`/organizations/${org.slug}/members/${leaving.id}`),
      () => accept(first, tokens[1]),
      () => accept(second, tokens[2]),
    );
    expect(await members(org)).toBeLessThanOrEqual(2);
  },
);
