import { beforeAll, expect } from "bun:test";
import type { Actor } from "../kit/actor";
import { expectStatus } from "../kit/server";
import { count, outcome, race, raceOf, seqOf } from "./rounds";
import { serverSuite } from "../kit/suite";

const server = serverSuite();
let ana: Actor;
let ben: Actor;
beforeAll(async () => {
  ana = await server.person("Ana");
  ben = await server.person("Ben");
});

function owners(slug: string) {
  return count(
    server,
    "select count(*) from organizations where slug = ?",
    slug,
  );
}

race(
  "of two organizations that take one slug at once one gets it",
  server,
  async (run) => {
    const slug = `wanted-${run}`;
    const answers = await raceOf(
      server,
      () => ana.post("/organizations", { name: "Of Ana", slug }),
      () => ben.post("/organizations", { name: "Of Ben", slug }),
    );
    expect(outcome(answers)).toEqual(["201", "SLUG_TAKEN"]);
    expect(await owners(slug)).toBe(1);
  },
);

race(
  "two organizations of one name at once each get a slug of their own",
  server,
  async (run) => {
    const name = `Namesake ${run}`;
    const answers = await raceOf(
      server,
      () => ana.post("/organizations", { name }),
      () => ben.post("/organizations", { name }),
    );
    expect(outcome(answers)).toEqual(["201", "201"]);
    expect(await owners(`namesake-${run}`)).toBe(1);
  },
);

race(
  "a slug that one renames to while another creates it has one owner",
  server,
  async (run) => {
    const org = await server.organization(ana);
    const slug = `contested-${run}`;
    const answers = await raceOf(
      server,
      () => ana.put(`/organizations/${org.slug}`, { slug }),
      () => ben.post("/organizations", { name: "Of Ben", slug }),
    );
    expect(outcome(answers)[1]).toBe("SLUG_TAKEN");
    expect(answers.some(({ status }) => status < 300)).toBe(true);
    expect(await owners(slug)).toBe(1);
  },
);

race(
  "a slug given up in a rename is not free for somebody else",
  server,
  async (run) => {
    const org = await server.organization(ana);
    const answers = await raceOf(
      server,
      () => ana.put(`/organizations/${org.slug}`, { slug: `moved-${run}` }),
      () => ben.post("/organizations", { name: "Of Ben", slug: org.slug }),
    );
    expect(outcome(answers)).toEqual(["200", "SLUG_TAKEN"]);
    expect(await owners(org.slug)).toBe(0);
  },
);

race(
  "of renames at once, none passes the five former slugs that an organization may hold",
  server,
  async (run) => {
    const org = await server.organization(ana);
    const rename = (slug: string) =>
      ana.put(`/organizations/${org.id}`, { slug });
    for (let n = 1; n <= 4; n++)
      expectStatus(await rename(`held-${run}-${n}`), 200);
    const answers = await raceOf(
      server,
      () => rename(`held-${run}-5`),
      () => rename(`held-${run}-6`),
      () => rename(`held-${run}-7`),
    );
    expect(outcome(answers)).toEqual(["200", "SLUG_LIMIT", "SLUG_LIMIT"]);
    const held = "select count(*) from former_slugs where org_id = ?";
    expect(await count(server, held, org.id)).toBe(5);
  },
);

race(
  "a write to an organization that is deleted landed before or not at all",
  server,
  async () => {
    const org = await server.organization(ana);
    const path = `/organizations/${org.slug}`;
    const [created, deleted] = await raceOf(
      server,
      () => ana.post(`${path}/projects`, { name: "Last" }),
      () => ana.delete(`${path}?confirm=${org.slug}`),
    );
    expect(deleted?.status).toBe(204);
    const createdAt = await seqOf(server, org.id, "projects.create");
    if (created?.status === 201)
      expect(createdAt).toBeLessThan(
        await seqOf(server, org.id, "organizations.delete"),
      );
    else {
      expect(created?.status).toBe(404);
      expect(createdAt).toBe(0);
    }
  },
);

race(
  "deleted twice and restored twice at once, an organization is so once",
  server,
  async () => {
    const org = await server.organization(ana);
    const once = ["204", "ORGANIZATION_NOT_FOUND"];
    const remove = () =>
      ana.delete(`/organizations/${org.id}?confirm=${org.slug}`);
    expect(outcome(await raceOf(server, remove, remove))).toEqual(once);
    const restore = () => ana.post(`/organizations/${org.id}/restore`);
    const restored = await raceOf(server, restore, restore);
    expect(outcome(restored)).toEqual(["200", "ORGANIZATION_NOT_FOUND"]);
    expectStatus(await ana.get(`/organizations/${org.slug}`), 200);
    expect(await seqOf(server, org.id, "organizations.restore")).toBe(3);
  },
);
