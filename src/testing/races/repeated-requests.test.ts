import { beforeAll, expect } from "bun:test";
import type { Actor } from "../kit/actor";
import { expectStatus, type TestOrganization } from "../kit/server";
import { count, race, raceOf } from "./rounds";
import { serverSuite } from "../kit/suite";

const server = serverSuite();
let ana: Actor;
let org: TestOrganization;
beforeAll(async () => {
  ana = await server.person("Ana");
  org = await server.organization(ana);
});

const keyed = () => ({ headers: { "idempotency-key": crypto.randomUUID() } });

race(
  "a creation sent twice at once with one key makes one project",
  server,
  async (run) => {
    const options = keyed();
    const name = `Once ${run}`;
    const create = () =>
      ana.post(`/organizations/${org.slug}/projects`, { name }, options);
    const [first, second] = await raceOf(server, create, create);
    expect(first?.status).toBe(201);
    expect(second?.status).toBe(201);
    expect(second?.text).toBe(first?.text ?? "");
    const made = "select count(*) from projects where name = ?";
    expect(await count(server, made, name)).toBe(1);
  },
);

race(
  "an organization with a chosen slug, sent twice with one key, is made once and not refused as taken",
  server,
  async (run) => {
    const options = keyed();
    const slug = `chosen-once-${run}`;
    const create = () =>
      ana.post("/organizations", { name: "Once", slug }, options);
    const [first, second] = await raceOf(server, create, create);
    expect(first?.status).toBe(201);
    expect(second?.status).toBe(201);
    expect(second?.text).toBe(first?.text ?? "");
  },
);

race(
  "a deletion sent twice with one key succeeds twice and happens once",
  server,
  async () => {
    const options = keyed();
    const path = `/organizations/${org.slug}/projects`;
    const { body } = expectStatus(
      await ana.post<"projects.create">(path, { name: "Gone" }),
      201,
    );
    const remove = () => ana.delete(`${path}/${body.id}`, options);
    for (const { status } of await raceOf(server, remove, remove, remove))
      expect(status).toBe(204);
    const deletions =
      "select count(*) from audit_log where action = 'projects.delete' and changes like '%' || ? || '%'";
    expect(await count(server, deletions, body.id)).toBe(1);
  },
);
