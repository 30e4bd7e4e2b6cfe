import { beforeAll, expect } from "bun:test";
import type { Actor } from "../kit/actor";
import { expectStatus, type TestOrganization } from "../kit/server";
import { count, outcome, race, raceOf } from "./rounds";
import { serverSuite } from "../kit/suite";

const server = serverSuite();
let ana: Actor;
let ben: Actor;
let carl: Actor;
beforeAll(async () => {
  ana = await server.person("Ana");
  ben = await server.person("Ben");
  carl = await server.person("Carl");
});

async function withRole() {
  const org = await server.organization(ana);
  const answer = await ana.post(`/organizations/${org.slug}/roles`, {
    name: "Maker",
    basedOn: "viewer",
    permissions: ["project:read", "project:create"],
  });
  const role = String(expectStatus(answer, 201).body.id);
  return { org, role, path: `/organizations/${org.slug}/roles/${role}` };
}

async function addBen(org: TestOrganization, role: string): Promise<string> {
  const { token } = await server.invite(ana, org, ben.email, role);
  expectStatus(await ben.post("/invitations/accept", { token }), 200);
  return `/organizations/${org.slug}/members/${ben.id}`;
}

function roleOf(org: TestOrganization, person: Actor) {
  return server.db.client
    .execute({
      sql: "select role from memberships where org_id = ? and user_id = ?",
      args: [org.id, person.id],
    })
    .then(({ rows }) => rows[0]?.role);
}

race(
  "a role that is deleted while it is given to somebody is given, or gone",
  server,
  async () => {
    const { org, role, path } = await withRole();
    const member = await addBen(org, "viewer");
    const answers = await raceOf(
      server,
      () => ana.delete(path),
      () => ana.put(member, { role }),
    );
    expect([
      ["204", "ROLE_NOT_FOUND"],
      ["200", "ROLE_IN_USE"],
    ]).toContainEqual(outcome(answers));
  },
);

race(
  "whoever gets a role while it is replaced ends with one that is there",
  server,
  async () => {
    const { org, role, path } = await withRole();
    const member = await addBen(org, "viewer");
    const [deleted] = await raceOf(
      server,
      () => ana.delete(`${path}?replacement=member`),
      () => ana.put(member, { role }),
    );
    expect(deleted?.status).toBe(204);
    expect(["viewer", "member"]).toContain(String(await roleOf(org, ben)));
  },
);

race(
  "an invitation that is accepted while its role is replaced gives the replacement",
  server,
  async () => {
    const { org, role, path } = await withRole();
    const { token } = await server.invite(ana, org, carl.email, role);
    const answers = await raceOf(
      server,
      () => ana.delete(`${path}?replacement=viewer`),
      () => carl.post("/invitations/accept", { token }),
    );
    expect(outcome(answers)).toEqual(["200", "204"]);
    expect(await roleOf(org, carl)).toBe("viewer");
  },
);

race(
  "an invitation sent while its role is deleted is sent, or refused",
  server,
  async () => {
    const { org, role, path } = await withRole();
    const answers = await raceOf(
      server,
      () => ana.delete(path),
      () =>
        ana.post(`/organizations/${org.slug}/invitations`, {
          email: carl.email,
          role,
        }),
    );
    expect([
      ["204", "ROLE_NOT_FOUND"],
      ["201", "ROLE_IN_USE"],
    ]).toContainEqual(outcome(answers));
  },
);

race(
  "what a role did not grant any more when it was stored was not done",
  server,
  async () => {
    const { org, role, path } = await withRole();
    await addBen(org, role);
    const [shrunk, created] = await raceOf(
      server,
      () => ana.put(path, { permissions: ["project:read"] }),
      () => ben.post(`/organizations/${org.slug}/projects`, { name: "Last" }),
    );
    expect(shrunk?.status).toBe(200);
    const orders = await count(
      server,
      `select count(*) from audit_log as created join audit_log as shrunk on shrunk.org_id = created.org_id
        where created.org_id = ? and created.action = 'projects.create' and shrunk.action = 'roles.update'
        and created.seq > shrunk.seq`,
      org.id,
    );
    expect(orders).toBe(0);
    expect([201, 403]).toContain(Number(created?.status));
  },
);

race("of two roles of one name one is made", server, async () => {
  const { org } = await withRole();
  const make = () =>
    ana.post(`/organizations/${org.slug}/roles`, {
      name: "Twin",
      basedOn: "viewer",
      permissions: [],
    });
  const answers = await raceOf(server, make, make);
  expect(outcome(answers)).toEqual(["201", "ROLE_NAME_TAKEN"]);
});
