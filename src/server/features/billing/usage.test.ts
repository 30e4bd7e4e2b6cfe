import { beforeAll, expect, test } from "bun:test";
import type { Actor } from "#testing/kit/actor";
import { expectStatus, type TestOrganization } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";

const server = serverSuite();
let ana: Actor;
beforeAll(async () => {
  ana = await server.person("Ana");
});

async function usageOf({ slug }: TestOrganization) {
  const path = `/organizations/${slug}/subscription`;
  return expectStatus(await ana.get(path), 200).body.usage;
}

/** Creates an organization with two members, an invitation, two projects and a custom role. */
async function busyOrganization(): Promise<TestOrganization> {
  const org = await server.organization(ana);
  const path = `/organizations/${org.slug}`;
  await server.join(ana, org, "member");
  const email = `guest-${org.slug}@example.test`;
  expectStatus(
    await ana.post(`${path}/invitations`, { email, role: "viewer" }),
    201,
  );
  for (const name of ["Old", "New"])
    expectStatus(await ana.post(`${path}/projects`, { name }), 201);
  const role = {
    name: "Reader",
    basedOn: "viewer",
    permissions: ["project:read"],
  };
  expectStatus(await ana.post(`${path}/roles`, role), 201);
  const account = { name: "CI", role: "member" };
  expectStatus(await ana.post(`${path}/service-accounts`, account), 201);
  return org;
}

const setLimits = ({ id }: TestOrganization) =>
  server.db.client.execute({
    sql: "update organizations set seats = 1, project_limit = 1, role_limit = 5, service_account_limit = 3 where id = ?",
    args: [id],
  });

test("the usage of an organization counts only its own rows", async () => {
  const busy = await busyOrganization();
  await setLimits(busy);
  const other = await server.organization(ana);
  expect(await usageOf(other)).toMatchObject({
    seats: { used: 1, invited: 0, frozen: 0 },
    projects: { used: 0, frozen: 0 },
    roles: { used: 0 },
    serviceAccounts: { used: 0 },
  });
  expect(await usageOf(busy)).toEqual({
    seats: { used: 2, invited: 1, frozen: 1, limit: 1 },
    projects: { used: 2, frozen: 1, limit: 1 },
    roles: { used: 1, limit: 5 },
    serviceAccounts: { used: 1, limit: 3 },
  });
});
