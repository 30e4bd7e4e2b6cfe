import { beforeAll, describe, expect, test } from "bun:test";
import type { Actor, Answer } from "#testing/kit/actor";
import { expectStatus } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";
import { problemOf } from "#testing/kit/problem";

const server = serverSuite();
let ada: Actor;
beforeAll(async () => {
  ada = await server.person("Ada");
});

/** Creates a project, and returns its path and its version. */
async function createProject() {
  const org = await server.organization(ada);
  const projects = `/organizations/${org.slug}/projects`;
  const created = expectStatus(await ada.post(projects, { name: "Plan" }), 201);
  const path = `${projects}/${created.body.id}`;
  return { path, updatedAt: String(created.body.updatedAt) };
}

const ways: [
  how: string,
  change: (path: string, name: string, readAt: string) => Promise<Answer>,
][] = [
  ["updatedAt", (path, name, updatedAt) => ada.put(path, { name, updatedAt })],
  [
    "If-Match",
    (path, name, readAt) =>
      ada.put(path, { name }, { headers: { "if-match": `"${readAt}"` } }),
  ],
];

describe.each(ways)("a change with the read version in %s", (_, change) => {
  test("is stored while the version is current", async () => {
    const { path, updatedAt } = await createProject();
    const first = expectStatus(await change(path, "First", updatedAt), 200);
    const readAgain = String(first.body.updatedAt);
    expectStatus(await change(path, "Second", readAgain), 200);
    expect((await ada.get(path)).body).toMatchObject({ name: "Second" });
  });

  test("is refused after another change, and changes nothing", async () => {
    const { path, updatedAt } = await createProject();
    expectStatus(await ada.put(path, { name: "Faster" }), 200);
    const answer = expectStatus(await change(path, "Slower", updatedAt), 409);
    expect(problemOf(answer).reason).toBe("STALE");
    expect((await ada.get(path)).body).toMatchObject({ name: "Faster" });
  });
});

test("a change without a version overwrites", async () => {
  const { path } = await createProject();
  for (const name of ["First", "Second"])
    expectStatus(await ada.put(path, { name }), 200);
  expect((await ada.get(path)).body).toMatchObject({ name: "Second" });
});

test("a stale change returns who changed the row last, and when", async () => {
  const org = await server.organization(ada);
  const bob = await server.join(ada, org, "admin", "Bob");
  const project = `/organizations/${org.slug}/projects`;
  const created = expectStatus(await ada.post(project, { name: "Plan" }), 201);
  const read = {
    project: String(created.body.updatedAt),
    organization: String(
      (await ada.get(`/organizations/${org.slug}`)).body.updatedAt,
    ),
  };
  for (const [path, updatedAt] of [
    [`${project}/${created.body.id}`, read.project],
    [`/organizations/${org.slug}`, read.organization],
  ] as const) {
    const faster = expectStatus(await bob.put(path, { name: "Faster" }), 200);
    // Later audit events of other rows must not change the error.
    expectStatus(await ada.post(project, { name: "Another" }), 201);
    const late = await ada.put(path, { name: "Slower", updatedAt });
    expect(expectStatus(late, 409).body).toMatchObject({
      reason: "STALE",
      changedBy: { id: bob.id, name: "Bob" },
      changedAt: String(faster.body.updatedAt),
    });
    const informed = { name: "Slower", updatedAt: faster.body.updatedAt };
    expectStatus(await ada.put(path, informed), 200);
  }
});

test("a stale change returns no name when the log has none", async () => {
  const { path, updatedAt } = await createProject();
  const moved = Date.parse(updatedAt) + 5;
  await server.db.client.execute({
    sql: "update projects set updated_at = ? where id = ?",
    args: [moved, String(path.split("/").at(-1))],
  });
  const late = await ada.put(path, { name: "Slower", updatedAt });
  expect(expectStatus(late, 409).body).toMatchObject({
    changedBy: null,
    changedAt: new Date(moved).toISOString(),
  });
});

test("of two concurrent changes one is stored, and the other is refused", async () => {
  const { path, updatedAt } = await createProject();
  const answers = await Promise.all(
    ["First", "Second"].map((name) => ada.put(path, { name, updatedAt })),
  );
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  const refused = answers.find(({ status }) => status === 409);
  expect(refused?.body).toMatchObject({ changedBy: { id: ada.id } });
});

test("every read of an organization returns when it was changed", async () => {
  const org = await server.organization(ada);
  const path = `/organizations/${org.slug}`;
  const { body } = expectStatus(await ada.put(path, { name: "Named" }), 200);
  const { updatedAt } = body;
  const context = await ada.get(`/auth/context?org=${org.slug}`);
  expect(context.body).toMatchObject({
    organization: { updatedAt },
    organizations: expect.arrayContaining([
      expect.objectContaining({ id: org.id, updatedAt }),
    ]),
  });
  expect((await ada.get(path)).body).toMatchObject({ updatedAt });
  expect((await ada.get(`${path}/settings`)).body).toMatchObject({ updatedAt });
});

test("a role change is refused when the role has changed meanwhile", async () => {
  const org = await server.organization(ada);
  const bob = await server.join(ada, org, "admin", "Bob");
  const cleo = await server.join(ada, org, "member", "Cleo");
  const path = `/organizations/${org.slug}/members/${cleo.id}`;
  expectStatus(await bob.put(path, { role: "viewer", was: "member" }), 200);
  const late = await ada.put(path, { role: "admin", was: "member" });
  expect(expectStatus(late, 409).body).toMatchObject({
    reason: "STALE",
    changedBy: { id: bob.id, name: "Bob" },
    changedAt: expect.any(String),
  });
  expect((await ada.get(path)).body).toMatchObject({ role: "viewer" });
  // Setting the role that the member already has is no conflict, even with an outdated `was`.
  expectStatus(await ada.put(path, { role: "viewer", was: "member" }), 200);
  expectStatus(await ada.put(path, { role: "admin", was: "viewer" }), 200);
});

test("a stale change of an organization is refused", async () => {
  const org = await server.organization(ada);
  const path = `/organizations/${org.id}`;
  const updatedAt = new Date(0).toISOString();
  const late = await ada.put(path, { name: "Late", updatedAt });
  expect(problemOf(expectStatus(late, 409)).reason).toBe("STALE");
  const headers = { "if-match": updatedAt };
  expectStatus(await ada.put(path, { name: "Late" }, { headers }), 409);
  expect((await ada.get(path)).body).toMatchObject({ name: org.name });
});

test("an invalid time is refused", async () => {
  const { path } = await createProject();
  const answer = await ada.put(path, { name: "X", updatedAt: "yesterday" });
  expect(problemOf(expectStatus(answer, 400)).issues?.[0]?.path).toBe(
    "updatedAt",
  );
});

test("an If-Match without a time is refused", async () => {
  const { path } = await createProject();
  for (const target of [path, path.replace(/\/projects.*/, "")]) {
    const headers = { "if-match": '"33a64df5"' };
    expectStatus(await ada.put(target, { name: "X" }, { headers }), 400);
  }
  const headers = { "if-match": "*" };
  expectStatus(await ada.put(path, { name: "Y" }, { headers }), 200);
});
