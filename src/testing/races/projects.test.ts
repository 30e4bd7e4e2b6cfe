import { beforeAll, expect } from "bun:test";
import type { Actor } from "../kit/actor";
import { expectStatus, type TestOrganization } from "../kit/server";
import { count, outcome, race, raceOf } from "./rounds";
import { serverSuite } from "../kit/suite";

const server = serverSuite();
let ana: Actor;
let org: TestOrganization;
let projects: string;
beforeAll(async () => {
  ana = await server.person("Ana");
  org = await server.organization(ana);
  projects = `/organizations/${org.slug}/projects`;
});

async function newProject() {
  const answer = await ana.post<"projects.create">(projects, { name: "One" });
  return expectStatus(answer, 201).body;
}

function events(action: string, id: string) {
  return count(
    server,
    "select count(*) from audit_log where action = ? and changes like '%' || ? || '%'",
    action,
    id,
  );
}

race(
  "two who change what they read at once do not overwrite each other",
  server,
  async () => {
    const { id, updatedAt } = await newProject();
    const change = (name: string) => () =>
      ana.put(`${projects}/${id}`, { name, updatedAt });
    const answers = await raceOf(server, change("Two"), change("Three"));
    expect(outcome(answers)).toEqual(["200", "STALE"]);
    expect(await events("projects.update", id)).toBe(1);
  },
);

race("a deleted project is deleted once", server, async () => {
  const { id } = await newProject();
  const remove = () => ana.delete(`${projects}/${id}`);
  expect(outcome(await raceOf(server, remove, remove))).toEqual([
    "204",
    "NOT_FOUND",
  ]);
  expect(await events("projects.delete", id)).toBe(1);
});

race(
  "a project changed while it is deleted does not come back",
  server,
  async () => {
    const { id } = await newProject();
    const [changed, deleted] = await raceOf(
      server,
      () => ana.put(`${projects}/${id}`, { name: "Two" }),
      () => ana.delete(`${projects}/${id}`),
    );
    expect(deleted?.status).toBe(204);
    expect(await events("projects.update", id)).toBe(
      changed?.status === 200 ? 1 : 0,
    );
    expect((await ana.get(`${projects}/${id}`)).status).toBe(404);
  },
);

race(
  "a member who is removed while becoming the owner of a project does not own it",
  server,
  async () => {
    const { id } = await newProject();
    const ben = await server.join(ana, org, "member");
    const [given, removed] = await raceOf(
      server,
      () => ana.put(`${projects}/${id}`, { ownerId: ben.id }),
      () => ana.delete(`/organizations/${org.slug}/members/${ben.id}`),
    );
    expect(removed?.status).toBe(204);
    expect([200, 400]).toContain(given?.status ?? 0);
    const { body } = await ana.get<"projects.get">(`${projects}/${id}`);
    expect(body.ownerId).toBe(given?.status === 200 ? null : ana.id);
  },
);
