import { beforeAll, expect, test } from "bun:test";
import type { Actor } from "#testing/kit/actor";
import { expectStatus, type TestOrganization } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";
import { problemOf } from "#testing/kit/problem";

const server = serverSuite();
let admin: Actor;
let org: TestOrganization;
beforeAll(async () => {
  admin = await server.person();
  org = await server.organization(admin);
});

async function settings(): Promise<object> {
  const answer = await admin.get(`/organizations/${org.slug}/settings`);
  const { updatedAt, ...saved } = expectStatus(answer, 200).body;
  expect(Date.parse(String(updatedAt))).toBeGreaterThan(0);
  return saved;
}

function change(changes: object) {
  return admin.put(`/organizations/${org.slug}`, { settings: changes });
}

test("settings start with their defaults", async () => {
  expect(await settings()).toEqual({
    timezone: "UTC",
    website: "",
    apiKeyMaxDays: null,
  });
});

test("changing one setting does not change the others", async () => {
  expectStatus(await change({ timezone: "Europe/Berlin" }), 200);
  expectStatus(await change({ website: "https://acme.example" }), 200);
  expectStatus(await change({}), 200);
  expectStatus(
    await admin.put(`/organizations/${org.slug}`, { name: "Renamed" }),
    200,
  );
  expect(await settings()).toEqual({
    timezone: "Europe/Berlin",
    website: "https://acme.example",
    apiKeyMaxDays: null,
  });
});

test("an invalid or unknown setting is named in the error", async () => {
  const before = await settings();
  const wrong = expectStatus(await change({ timezone: "Mars/Olympus" }), 400);
  expect(problemOf(wrong).issues?.[0]?.path).toBe("settings.timezone");
  const unknown = expectStatus(await change({ isSecret: true }), 400);
  expect(problemOf(unknown).issues?.[0]?.path).toBe("settings.isSecret");
  expect(await settings()).toEqual(before);
});
