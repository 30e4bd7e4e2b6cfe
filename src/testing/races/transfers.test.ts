import { beforeAll, expect } from "bun:test";
import type { Actor } from "../kit/actor";
import { expectStatus, type TestServer } from "../kit/server";
import { count, outcome, race, raceOf } from "./rounds";
import { serverSuite } from "../kit/suite";

const server = serverSuite();
let ana: Actor;
let ben: Actor;
let dan: Actor;
beforeAll(async () => {
  ana = await server.person("Ana");
  ben = await server.person("Ben");
  dan = await server.person("Dan");
});

/** Creates an organization with the admins Ana and Dan and the member Ben. Ana has offered her role to Ben. */
async function offered({ organization, invite, db }: TestServer) {
  const org = await organization(ana);
  for (const [person, role] of [
    [ben, "member"],
    [dan, "admin"],
  ] as const) {
    const { token } = await invite(ana, org, person.email, role);
    expectStatus(await person.post("/invitations/accept", { token }), 200);
  }
  const offer = `/organizations/${org.slug}/admin-transfer`;
  const body = { userId: ben.id, roleAfter: "viewer" };
  expectStatus(await ana.post(offer, body), 201);
  const member = ({ id }: Actor) => `/organizations/${org.slug}/members/${id}`;
  const roles = async () => {
    const { rows } = await db.client.execute({
      sql: "select name, role from memberships join users on users.id = user_id where org_id = ? order by name",
      args: [org.id],
    });
    return rows.map(({ name, role }) => `${name} ${role}`);
  };
  return {
    org,
    member,
    roles,
    accept: () => ben.post(`${offer}/accept`),
    offer,
  };
}

const GIVEN = ["Ana viewer", "Ben admin", "Dan admin"];

race("an offer that is accepted twice is taken once", server, async () => {
  const { accept, roles, org } = await offered(server);
  const answers = await raceOf(server, accept, accept);
  expect(outcome(answers)).toEqual(["200", "TRANSFER_INVALID"]);
  expect(await roles()).toEqual(GIVEN);
  expect(
    await count(
      server,
      "select count(*) from audit_log where org_id = ? and action = 'transfers.accept'",
      org.id,
    ),
  ).toBe(1);
});

race(
  "an offer that is accepted and taken back is one of both",
  server,
  async () => {
    const { accept, roles, offer } = await offered(server);
    const [accepted, cancelled] = await raceOf(server, accept, () =>
      dan.delete(offer),
    );
    const won = accepted?.status === 200;
    expect(cancelled?.status).toBe(won ? 404 : 204);
    expect(await roles()).toEqual(
      won ? GIVEN : ["Ana admin", "Ben member", "Dan admin"],
    );
  },
);

race("whoever is demoted meanwhile gives nothing away", server, async () => {
  const { accept, roles, member } = await offered(server);
  const [accepted, demoted] = await raceOf(server, accept, () =>
    dan.put(member(ana), { role: "member" }),
  );
  expect(demoted?.status).toBe(200);
  const won = accepted?.status === 200;
  expect(await roles()).toEqual([
    "Ana member",
    `Ben ${won ? "admin" : "member"}`,
    "Dan admin",
  ]);
});

race(
  "whoever is removed meanwhile takes nothing, or is removed as an admin",
  server,
  async () => {
    const { accept, roles, member } = await offered(server);
    const [accepted, removed] = await raceOf(server, accept, () =>
      dan.delete(member(ben)),
    );
    expect(removed?.status).toBe(204);
    const won = accepted?.status === 200;
    expect(await roles()).toEqual([
      `Ana ${won ? "viewer" : "admin"}`,
      "Dan admin",
    ]);
  },
);

race(
  "the other admin who leaves meanwhile leaves an admin behind",
  server,
  async () => {
    const { accept, member, roles } = await offered(server);
    const answers = await raceOf(server, accept, () => dan.delete(member(dan)));
    expect(outcome(answers)).toEqual(["200", "204"]);
    expect(await roles()).toEqual(["Ana viewer", "Ben admin"]);
  },
);

race("two offers at once are one", server, async () => {
  const { offer, org } = await offered(server);
  expectStatus(await ana.delete(offer), 204);
  const body = { userId: ben.id, roleAfter: "member" };
  const answers = await raceOf(
    server,
    () => ana.post(offer, body),
    () => dan.post(offer, body),
  );
  expect(outcome(answers)).toEqual(["201", "TRANSFER_PENDING"]);
  expect(
    await count(
      server,
      "select count(*) from admin_transfers where org_id = ? and status = 'pending'",
      org.id,
    ),
  ).toBe(1);
});
