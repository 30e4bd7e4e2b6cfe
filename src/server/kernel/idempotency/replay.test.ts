import { beforeAll, expect, test } from "bun:test";
import type { Actor } from "#testing/kit/actor";
import { invitationsIn } from "#testing/kit/people";
import { expectStatus, type TestOrganization } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";

const DAY = 24 * 60 * 60 * 1000;
const server = serverSuite();
let ana: Actor;
let org: TestOrganization;
beforeAll(async () => {
  ana = await server.person("Ana");
  org = await server.organization(ana);
});

const keyed = (key: string = crypto.randomUUID()) => ({
  headers: { "idempotency-key": key },
});
const projects = () => `/organizations/${org.slug}/projects`;

async function count(sql: string, ...args: string[]): Promise<number> {
  const { rows } = await server.db.client.execute({ sql, args });
  return Number(rows[0]?.[0]);
}
const named = (name: string) =>
  count("select count(*) from projects where name = ?", name);
const storedFor = (key: string) =>
  count("select count(*) from idempotency_keys where key = ?", key);

test("the same key and body get the stored response and make one row", async () => {
  const options = keyed();
  const first = await ana.post(projects(), { name: "Once" }, options);
  const second = await ana.post(projects(), { name: "Once" }, options);
  expectStatus(first, 201);
  expectStatus(second, 201);
  expect(second.body).toEqual(first.body);
  expect(await named("Once")).toBe(1);
});

const storedSize = (key: string) =>
  count(
    "select sum(length(response)) from idempotency_keys where key = ?",
    key,
  );

test("a long list in a stored response is cut and marked, and the first response is complete", async () => {
  const key = crypto.randomUUID();
  const wrong = (index: number) => `${index} ${"漢".repeat(300)}`;
  const body = {
    role: "viewer",
    emails: Array.from({ length: 100 }, (_, i) => wrong(i)),
  };
  const invite = () =>
    ana.post<"invitations.create">(
      `/organizations/${org.slug}/invitations`,
      body,
      keyed(key),
    );
  const first = invitationsIn(expectStatus(await invite(), 200));
  expect(first.skipped).toHaveLength(100);
  expect(first).not.toHaveProperty("truncated");

  const second = invitationsIn(expectStatus(await invite(), 200));
  const kept = second.skipped.length;
  expect(kept).toBeGreaterThan(0);
  expect<object>(second).toEqual({
    sent: [],
    skipped: first.skipped.slice(0, kept),
    truncated: true,
  });
  expect(await storedSize(key)).toBeLessThan(12 * 1024);
});

test("a long text in a stored response is cut and marked, and the row is complete", async () => {
  const key = crypto.randomUUID();
  const description = "漢".repeat(5000);
  const create = () =>
    ana.post(projects(), { name: "Long", description }, keyed(key));
  const first = expectStatus(await create(), 201);
  expect(first.body.description).toBe(description);
  const second = expectStatus(await create(), 201);
  expect(second.body).toEqual({
    ...first.body,
    description: "漢".repeat(1000),
    truncated: true,
  });
  const path = `${projects()}/${String(first.body.id)}`;
  const { body } = expectStatus(await ana.get(path), 200);
  expect(body.description).toBe(description);
  expect(await storedSize(key)).toBeLessThan(12 * 1024);
});

test("the order of the fields does not matter", async () => {
  const options = keyed();
  const [name, description] = ["Ordered", "One"];
  expectStatus(await ana.post(projects(), { name, description }, options), 201);
  expectStatus(await ana.post(projects(), { description, name }, options), 201);
  expect(await named("Ordered")).toBe(1);
});

test("another body with the same key is refused and changes nothing", async () => {
  const options = keyed();
  expectStatus(await ana.post(projects(), { name: "Mine" }, options), 201);
  const { status, body } = await ana.post(
    projects(),
    { name: "Other" },
    options,
  );
  expect(status).toBe(422);
  expect(body).toMatchObject({
    code: "UNPROCESSABLE_CONTENT",
    reason: "IDEMPOTENCY_MISMATCH",
  });
  expect(await named("Other")).toBe(0);
});

test("a key belongs to one user and one path", async () => {
  const options = keyed();
  const ben = await server.join(ana, org, "member", "Ben");
  const shared = { name: "Shared key" };
  const [ofAna, ofBen] = [
    expectStatus(await ana.post(projects(), shared, options), 201),
    expectStatus(await ben.post(projects(), shared, options), 201),
  ];
  expect(ofBen.body.id).not.toBe(ofAna.body.id);
  const other = await server.organization(ana);
  const elsewhere = `/organizations/${other.slug}/projects`;
  expectStatus(await ana.post(elsewhere, shared, options), 201);
  expectStatus(await ana.post("/organizations", shared, options), 201);
  expect(await named("Shared key")).toBe(3);
});

test("changes and deletions are replayed too", async () => {
  const { id } = expectStatus(
    await ana.post(projects(), { name: "Changing" }),
    201,
  ).body;
  const [change, removal] = [keyed(), keyed()];
  const path = `${projects()}/${id}`;
  const first = await ana.put(path, { name: "Changed" }, change);
  expectStatus(await ana.delete(path, removal), 204);
  expect((await ana.put(path, { name: "Changed" }, change)).body).toEqual(
    expectStatus(first, 200).body,
  );
  const again = expectStatus(await ana.delete(path, removal), 204);
  expect(again.text).toBe("");
});

test("an error is not stored: the same request can succeed later", async () => {
  const key = crypto.randomUUID();
  const slug = "kept-for-later";
  const holder = expectStatus(
    await ana.post("/organizations", { name: "Holder", slug: "in-between" }),
    201,
  ).body;
  const request = () =>
    ana.put(`/organizations/${org.id}`, { slug }, keyed(key));
  expectStatus(await ana.put(`/organizations/${holder.id}`, { slug }), 200);
  expectStatus(await request(), 409);
  expect(await storedFor(key)).toBe(0);
  await server.db.client.execute({
    sql: "delete from organizations where id = ?",
    args: [String(holder.id)],
  });
  expectStatus(await request(), 200);
  expect(await storedFor(key)).toBe(1);
  expectStatus(
    await ana.put(`/organizations/${org.id}`, { slug: org.slug }),
    200,
  );
});

test("a removed member gets no stored response", async () => {
  const ben = await server.join(ana, org, "member", "Ben");
  const options = keyed();
  const request = () => ben.post(projects(), { name: "By Ben" }, options);
  expectStatus(await request(), 201);
  expectStatus(
    await ana.delete(`/organizations/${org.slug}/members/${ben.id}`),
    204,
  );
  expect((await request()).body).toMatchObject({
    reason: "ORGANIZATION_NOT_FOUND",
  });
});

test("a member whose role no longer grants the permission gets no stored response", async () => {
  const ben = await server.join(ana, org, "member", "Ben");
  const options = keyed();
  const request = () => ben.post(projects(), { name: "By Ben" }, options);
  expectStatus(await request(), 201);
  const member = `/organizations/${org.slug}/members/${ben.id}`;
  expectStatus(await ana.put(member, { role: "viewer" }), 200);
  expect((await request()).body).toMatchObject({ reason: "PERMISSION_DENIED" });
});

test("a removed member who repeats the call that joined them gets no data of the organization", async () => {
  const ben = await server.person("Ben");
  const { token } = await server.invite(ana, org, ben.email, "viewer");
  const [accepting, switching] = [keyed(), keyed()];
  const accept = () => ben.post("/invitations/accept", { token }, accepting);
  const change = () =>
    ben.post(
      "/auth/switch-organization",
      { organizationId: org.id },
      switching,
    );
  for (const request of [accept, change, accept, change])
    expectStatus(await request(), 200);
  expectStatus(
    await ana.delete(`/organizations/${org.slug}/members/${ben.id}`),
    204,
  );
  expectStatus(await accept(), 404);
  expectStatus(await change(), 404);
});

test("nothing of a password is stored", async () => {
  const key = crypto.randomUUID();
  const { password } = ana;
  for (const time of ["first", "again"]) {
    const answer = await ana.post(
      "/auth/reauthenticate",
      { password },
      keyed(key),
    );
    expect({ time, status: answer.status }).toEqual({ time, status: 204 });
  }
  expect(await storedFor(key)).toBe(0);
});

test("an input that is nested too deeply is refused", async () => {
  const deep = `{"name":${"[".repeat(100_000)}${"]".repeat(100_000)}}`;
  for (const path of [`/api${projects()}`, "/trpc/projects.create"]) {
    const answer = await ana.fetch(path, {
      method: "POST",
      body: deep,
      headers: { "content-type": "application/json", ...keyed().headers },
    });
    expect(answer.status).toBe(400);
  }
});

test("a key has 1 to 255 characters", async () => {
  for (const key of ["k".repeat(256), ""]) {
    const answer = await ana.post(projects(), { name: "Keyed" }, keyed(key));
    expect(answer.status).toBe(400);
  }
  expect(await named("Keyed")).toBe(0);
  const longest = keyed("k".repeat(255));
  expectStatus(await ana.post(projects(), { name: "Keyed" }, longest), 201);
});

test("tRPC calls are replayed too", async () => {
  const options = {
    method: "POST",
    body: JSON.stringify({ org: org.slug, name: "Over tRPC" }),
    headers: { "content-type": "application/json", ...keyed().headers },
  };
  const first = await ana.fetch("/trpc/projects.create", options);
  const second = await ana.fetch("/trpc/projects.create", options);
  expect(expectStatus(second, 200).text).toBe(expectStatus(first, 200).text);
  expect(await named("Over tRPC")).toBe(1);
});

test("after a day the key can be used again", async () => {
  const options = keyed();
  expectStatus(await ana.post(projects(), { name: "Daily" }, options), 201);
  server.passTime(DAY);
  expectStatus(await ana.post(projects(), { name: "Daily" }, options), 201);
  expect(await named("Daily")).toBe(2);
});
