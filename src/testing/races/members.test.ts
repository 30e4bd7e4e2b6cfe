import { beforeAll, expect } from "bun:test";
import type { Actor } from "../kit/actor";
import {
  expectStatus,
  type TestOrganization,
  type TestServer,
} from "../kit/server";
import { count, outcome, race, raceOf, seqOf } from "./rounds";
import { serverSuite } from "../kit/suite";

const server = serverSuite();
let ana: Actor;
let ben: Actor;
beforeAll(async () => {
  ana = await server.person("Ana");
  ben = await server.person("Ben");
});

/** Creates an organization with Ana and Ben as its admins. */
async function sharedOrganization({ organization, invite }: TestServer) {
  const org = await organization(ana);
  const { token } = await invite(ana, org, ben.email, "admin");
  expectStatus(await ben.post("/invitations/accept", { token }), 200);
  const member = (person: Actor) =>
    `/organizations/${org.slug}/members/${person.id}`;
  return { org, member };
}

function members(org: TestOrganization) {
  return count(
    server,
    "select count(*) from memberships where org_id = ?",
    org.id,
  );
}

function admins(org: TestOrganization) {
  return count(
    server,
    "select count(*) from memberships where org_id = ? and role = 'admin'",
    org.id,
  );
}

race("two admins who demote each other leave one admin", server, async () => {
  const { org, member } = await sharedOrganization(server);
  const answers = await raceOf(
    server,
    () => ana.put(member(ben), { role: "viewer" }),
    () => ben.put(member(ana), { role: "viewer" }),
  );
  expect(outcome(answers)).toEqual(["200", "PERMISSION_DENIED"]);
  expect(await admins(org)).toBe(1);
  expect(await members(org)).toBe(2);
});

race("of two admins who remove each other one remains", server, async () => {
  const { org, member } = await sharedOrganization(server);
  const answers = await raceOf(
    server,
    () => ana.delete(member(ben)),
    () => ben.delete(member(ana)),
  );
  expect(outcome(answers)).toEqual(["204", "ORGANIZATION_NOT_FOUND"]);
  expect(await members(org)).toBe(1);
  expect(await admins(org)).toBe(1);
});

race("when both admins leave, the later one stays", server, async () => {
  const { org, member } = await sharedOrganization(server);
  const answers = await raceOf(
    server,
    () => ana.delete(member(ana)),
    () => ben.delete(member(ben)),
  );
  expect(outcome(answers)).toEqual(["204", "LAST_ADMIN"]);
  expect(await members(org)).toBe(1);
});

race(
  "an admin who is demoted while leaving is gone either way",
  server,
  async () => {
    const { org, member } = await sharedOrganization(server);
    const [demoted, left] = await raceOf(
      server,
      () => ana.put(member(ben), { role: "viewer" }),
      () => ben.delete(member(ben)),
    );
    expect(left?.status).toBe(204);
    const demotedFirst =
      (await seqOf(server, org.id, "members.updateRole")) > 0;
    expect(demoted?.status).toBe(demotedFirst ? 200 : 404);
    expect(await members(org)).toBe(1);
  },
);

race(
  "one admin leaving while the other steps down leaves an admin",
  server,
  async () => {
    const { org, member } = await sharedOrganization(server);
    const answers = await raceOf(
      server,
      () => ana.delete(member(ana)),
      () => ben.put(member(ben), { role: "viewer" }),
    );
    expect(outcome(answers)[1]).toBe("LAST_ADMIN");
    expect(await admins(org)).toBe(1);
  },
);

race(
  "demoting the other admin and leaving at once cannot both succeed",
  server,
  async () => {
    const { org, member } = await sharedOrganization(server);
    const answers = await raceOf(
      server,
      () => ana.put(member(ben), { role: "viewer" }),
      () => ana.delete(member(ana)),
    );
    expect(answers.filter(({ status }) => status < 300)).toHaveLength(1);
    expect(await admins(org)).toBe(1);
  },
);

race(
  "a removed member's write landed before the removal or not at all",
  server,
  async () => {
    const { org, member } = await sharedOrganization(server);
    const [created, removed] = await raceOf(
      server,
      () => ben.post(`/organizations/${org.slug}/projects`, { name: "Last" }),
      () => ana.delete(member(ben)),
    );
    expect(removed?.status).toBe(204);
    const createdAt = await seqOf(server, org.id, "projects.create");
    if (created?.status === 201)
      expect(createdAt).toBeLessThan(
        await seqOf(server, org.id, "members.remove"),
      );
    else {
      expect(created?.status).toBe(404);
      expect(createdAt).toBe(0);
    }
  },
);

race(
  "a demoted member's write landed before the demotion or not at all",
  server,
  async () => {
    const { org, member } = await sharedOrganization(server);
    const [created, demoted] = await raceOf(
      server,
      () => ben.post(`/organizations/${org.slug}/projects`, { name: "Last" }),
      () => ana.put(member(ben), { role: "viewer" }),
    );
    expect(demoted?.status).toBe(200);
    const createdAt = await seqOf(server, org.id, "projects.create");
    if (created?.status === 201)
      expect(createdAt).toBeLessThan(
        await seqOf(server, org.id, "members.updateRole"),
      );
    else {
      expect(created?.status).toBe(403);
      expect(createdAt).toBe(0);
    }
  },
);
