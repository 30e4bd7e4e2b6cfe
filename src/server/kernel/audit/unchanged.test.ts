import type { Permission } from "#shared/permissions";
import { beforeAll, expect, test } from "bun:test";
import { newId } from "#shared/id";
import { addOrganization } from "#testing/kit/database";
import { databaseSuite } from "#testing/kit/suite";
import { TenantDb } from "#server/kernel/db/tenant-db";
import { UnitOfWork } from "#server/kernel/db/unit-of-work";
import { organizations } from "#server/core/organizations/table";
import { updateOrganization } from "#server/features/organizations/service";
import { projects } from "#server/features/projects/table";
import { updateProject } from "#server/features/projects/service";

const database = databaseSuite();
let orgId: string;
beforeAll(async () => {
  ({ orgId } = await addOrganization(database));
});

async function at<R>(
  now: number,
  act: (db: TenantDb) => R,
): Promise<Awaited<R>> {
  const work = new UnitOfWork(now);
  const result = await act(new TenantDb(database.drizzle, work, orgId));
  await work.commit(database.client);
  return result;
}

test("a project is stale after a change within the same millisecond", async () => {
  const now = Date.now();
  const id = newId("project");
  const times = { createdAt: now, updatedAt: now };
  await at(now, (db) => db.insert(projects, { id, name: "Plan", ...times }));
  const read = new Date(now).toISOString();
  const caller = { id: newId("user"), grants: new Set<Permission>() };
  const rename = (name: string) =>
    at(now, (db) => updateProject(db, caller, id, { name }, read));
  await rename("First");
  await expect(rename("Second")).rejects.toMatchObject({ reason: "STALE" });
});

test("an organization is stale after a change within the same millisecond", async () => {
  const { updatedAt } = await at(0, (db) => db.readRoot(organizations));
  const read = new Date(updatedAt).toISOString();
  const held = { role: "admin", roleName: "Admin" };
  const rename = (name: string) =>
    at(updatedAt, (db) => updateOrganization(db, held, { name }, read));
  await rename("First");
  await expect(rename("Second")).rejects.toMatchObject({ reason: "STALE" });
});
