import { beforeAll, expect, test } from "bun:test";
import type { Actor } from "#testing/kit/actor";
import { expectStatus } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";
import { problemOf } from "#testing/kit/problem";
import type { Project } from "./schemas";

const server = serverSuite();
let ada: Actor;
let path: string;
beforeAll(async () => {
  ada = await server.person("Ada");
  const org = await server.organization(ada);
  path = `/organizations/${org.slug}/projects`;
});

async function create(body: object): Promise<Project> {
  return expectStatus(await ada.post<"projects.create">(path, body), 201).body;
}

async function namesOf(query: string): Promise<string[]> {
  const answer = await ada.get<"projects.list">(`${path}?${query}`);
  return expectStatus(answer, 200).body.items.map(({ name }) => name);
}

test("a new project has its name, creator and time", async () => {
  const started = Date.now();
  const project = await create({
    name: "  Plan  ",
    description: " Long\ntext ",
  });
  expect(project).toEqual({
    id: expect.stringMatching(/^prj_/),
    name: "Plan",
    description: "Long\ntext",
    status: "active",
    createdBy: ada.id,
    ownerId: ada.id,
    owner: { name: ada.name, avatarUrl: null },
    isFavourite: false,
    isFrozen: false,
    createdAt: expect.any(String),
    updatedAt: project.createdAt,
  });
  expect(Date.parse(project.createdAt)).toBeGreaterThanOrEqual(started);
  expect((await ada.get(`${path}/${project.id}`)).body).toEqual(project);
});

test("a change keeps the fields that it does not name", async () => {
  const project = await create({ name: "Plan", description: "Text" });
  const one = `${path}/${project.id}`;
  const archived = expectStatus(
    await ada.put(one, { status: "archived" }),
    200,
  );
  expect(archived.body).toEqual({
    ...project,
    status: "archived",
    updatedAt: expect.any(String),
  });
  const answer = expectStatus(await ada.put(one, { description: "" }), 200);
  expect(answer.body).toMatchObject({ name: "Plan", description: "" });
});

test("the list is newest first, and can be filtered by status and name", async () => {
  const mark = crypto.randomUUID();
  for (const name of [`Alpha ${mark}`, `Beta ${mark}`]) await create({ name });
  const gamma = await create({ name: `Gamma 100% ${mark}` });
  await ada.put(`${path}/${gamma.id}`, { status: "archived" });
  expect(await namesOf(`q=${mark}`)).toEqual([
    `Gamma 100% ${mark}`,
    `Beta ${mark}`,
    `Alpha ${mark}`,
  ]);
  expect(await namesOf(`q=${mark.toUpperCase()}&status=active`)).toEqual([
    `Beta ${mark}`,
    `Alpha ${mark}`,
  ]);
  expect(await namesOf(`q=${mark}&status=archived`)).toHaveLength(1);
  // In a search, `%` is a normal character and not a pattern.
  expect(await namesOf(`q=${encodeURIComponent("100% ")}${mark}`)).toHaveLength(
    1,
  );
  expect(await namesOf(`q=${encodeURIComponent("%")}${mark}`)).toEqual([]);
});

test("a deleted project is not found", async () => {
  const { id } = await create({ name: "Plan" });
  expectStatus(await ada.delete(`${path}/${id}`), 204);
  for (const answer of [
    await ada.get(`${path}/${id}`),
    await ada.put(`${path}/${id}`, { name: "Back" }),
    await ada.delete(`${path}/${id}`),
  ])
    expect(problemOf(expectStatus(answer, 404)).reason).toBe("NOT_FOUND");
});

test("an invalid project is refused at its field", async () => {
  for (const [body, field] of [
    [{}, "name"],
    [{ name: "   " }, "name"],
    [{ name: "a\nb" }, "name"],
    [{ name: "x".repeat(201) }, "name"],
    [{ name: 7 }, "name"],
    [{ name: "Plan", description: "x".repeat(5001) }, "description"],
    [{ name: "Plan", description: null }, "description"],
    [{ name: "Plan", createdBy: "usr_x" }, "createdBy"],
    [{ name: "Plan", id: "prj_x" }, "id"],
    [{ name: "Plan", orgId: "org_x" }, "orgId"],
  ] as const) {
    const { issues } = problemOf(expectStatus(await ada.post(path, body), 400));
    expect(issues?.map((issue) => issue.path)).toEqual([field]);
  }
});

test("the audit log has each change, and no refused one", async () => {
  const { id } = await create({ name: "Told" });
  const one = `${path}/${id}`;
  expectStatus(await ada.put(one, { name: "Told again" }), 200);
  expectStatus(await ada.put(one, { name: "" }), 400);
  expectStatus(await ada.delete(one), 204);
  expectStatus(await ada.delete(one), 404);
  const { rows } = await server.db.client.execute({
    sql: "select action, actor_id as actor from audit_log where changes like ? order by seq",
    args: [`%${id}%`],
  });
  expect(rows.map((row) => [row.action, row.actor])).toEqual([
    ["projects.create", ada.id],
    ["projects.update", ada.id],
    ["projects.delete", ada.id],
  ]);
});
