import { beforeAll, describe, expect, test } from "bun:test";
import type { Actor } from "#testing/kit/actor";
import { problemOf } from "#testing/kit/problem";
import { expectStatus, type TestOrganization } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";

const server = serverSuite();
let ada: Actor;
let ben: Actor;
let org: TestOrganization;
let path: string;
const ids = new Map<string, string>();

beforeAll(async () => {
  ada = await server.person("Ada");
  org = await server.organization(ada);
  ben = await server.join(ada, org, "member", "Ben");
  path = `/organizations/${org.slug}/projects`;
  for (const [name, person] of [
    ["beta", ada],
    ["Alpha", ben],
    ["Gamma", ada],
    ["alpha", ben],
    ["Delta", ada],
  ] as const) {
    const answer = await person.post<"projects.create">(path, { name });
    ids.set(name, expectStatus(answer, 201).body.id);
  }
  const update = { description: "Changed last" };
  expectStatus(await ada.put(`${path}/${ids.get("beta")}`, update), 200);
  const free = { ownerId: null };
  expectStatus(await ada.put(`${path}/${ids.get("Delta")}`, free), 200);
});

/** Reads all pages of two projects each. */
async function namesOf(query: string, person = ada): Promise<string[]> {
  const names: string[] = [];
  for (let cursor = ""; ;) {
    const answer = await person.get<"projects.list">(
      `${path}?limit=2&${query}${cursor && `&cursor=${cursor}`}`,
    );
    const { items, nextCursor } = expectStatus(answer, 200).body;
    names.push(...items.map(({ name }) => name));
    if (nextCursor === null) return names;
    cursor = nextCursor;
  }
}

describe("pages of projects", () => {
  test("are in the order of creation, newest first, or reversed", async () => {
    const oldest = ["beta", "Alpha", "Gamma", "alpha", "Delta"];
    expect(await namesOf("")).toEqual(oldest.toReversed());
    expect(await namesOf("sort=created&order=asc")).toEqual(oldest);
  });

  test("are in the order of names, without regard to case", async () => {
    const names = ["Alpha", "alpha", "beta", "Delta", "Gamma"];
    expect(await namesOf("sort=name")).toEqual(names);
    expect(await namesOf("sort=name&order=desc")).toEqual(names.toReversed());
  });

  test("are in the order of the last change", async () => {
    const newest = ["Delta", "beta", "alpha", "Gamma", "Alpha"];
    expect(await namesOf("sort=updated")).toEqual(newest);
    expect(await namesOf("sort=updated&order=asc")).toEqual(
      newest.toReversed(),
    );
  });

  test("are in the order of the owners' names, and end with those without owner", async () => {
    const names = ["beta", "Gamma", "Alpha", "alpha", "Delta"];
    expect(await namesOf("sort=owner")).toEqual(names);
    expect(await namesOf("sort=owner&order=desc")).toEqual(names.toReversed());
  });

  test("have only the projects of one owner, or of none", async () => {
    expect(await namesOf(`owner=${ben.id}&sort=name`)).toEqual([
      "Alpha",
      "alpha",
    ]);
    expect(await namesOf("owner=none")).toEqual(["Delta"]);
  });

  test("refuse the cursor of another order", async () => {
    const first = await ada.get<"projects.list">(`${path}?limit=2&sort=name`);
    const { nextCursor } = expectStatus(first, 200).body;
    for (const sort of ["created", "updated"]) {
      const answer = await ada.get(
        `${path}?sort=${sort}&cursor=${String(nextCursor)}`,
      );
      expect(problemOf(answer)).toMatchObject({
        reason: "INVALID_INPUT",
        issues: [{ path: "cursor" }],
      });
    }
  });
});

describe("favourites", () => {
  const star = (name: string) => `${path}/${ids.get(name)}/favourite`;

  test("belong to one user, and no audit event has them", async () => {
    const events = async () => {
      const { rows } = await server.db.client.execute({
        sql: "select count(*) as events from audit_log where org_id = ?",
        args: [org.id],
      });
      return Number(rows[0]?.events);
    };
    const before = await events();
    for (const name of ["alpha", "Gamma", "Gamma"])
      expectStatus(await ben.put(star(name), {}), 204);
    expect(await namesOf("favourite=true&sort=name", ben)).toEqual([
      "alpha",
      "Gamma",
    ]);
    expect(await namesOf("favourite=true")).toEqual([]);
    const one = `${path}/${ids.get("Gamma")}`;
    const seenBy = async (person: Actor) =>
      (await person.get<"projects.get">(one)).body.isFavourite;
    expect([await seenBy(ben), await seenBy(ada)]).toEqual([true, false]);
    expectStatus(await ben.delete(star("Gamma")), 204);
    expectStatus(await ben.delete(star("Gamma")), 204);
    expect(await namesOf("favourite=true", ben)).toEqual(["alpha"]);
    expect(await events()).toBe(before);
  });

  test("are open to viewers, and not to strangers", async () => {
    const vic = await server.join(ada, org, "viewer");
    expectStatus(await vic.put(star("beta"), {}), 204);
    expect(await namesOf("favourite=true", vic)).toEqual(["beta"]);
    const eve = await server.person("Eve");
    expectStatus(await eve.put(star("beta"), {}), 404);
    expectStatus(await vic.put(`${path}/prj_unknown/favourite`, {}), 404);
  });

  test("do not come back with a member who left and joined again", async () => {
    const max = await server.join(ada, org, "member");
    expectStatus(await max.put(star("beta"), {}), 204);
    expectStatus(
      await ada.delete(`/organizations/${org.slug}/members/${max.id}`),
      204,
    );
    const { rows } = await server.db.client.execute({
      sql: "select count(*) as stars from project_favourites where user_id = ?",
      args: [max.id],
    });
    expect(rows[0]?.stars).toBe(0);
  });
});
