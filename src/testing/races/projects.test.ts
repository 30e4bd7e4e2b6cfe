import { beforeAll, expect } from "bun:test";
import type { Actor } from "../kit/actor";
import { expectStatus } from "../kit/server";
import { count, outcome, race, raceOf } from "./rounds";
import { serverSuite } from "../kit/suite";

const server = serverSuite();
let ana: Actor;
let projects: string;
beforeAll(async () => {
  ana = await server.person("Ana");
  const org = await server.organization(ana);
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
