import { afterAll, beforeAll, expect, test } from "bun:test";
import { newId } from "#shared/id";
import {
  addOrganization,
  openTestDatabase,
  type TestDatabase,
} from "#testing/kit/database";
import { TenantDb } from "#server/kernel/db/tenant-db";
import { UnitOfWork } from "#server/kernel/db/unit-of-work";
import { organizations } from "#server/core/organizations/table";
import { updateOrganization } from "#server/features/organizations/service";
import { projects } from "#server/features/projects/table";
import { updateProject } from "#server/features/projects/service";

let database: TestDatabase;
let orgId: string;
beforeAll(async () => {
  database = await openTestDatabase();
  ({ orgId } = await addOrganization(database.db));
});
afterAll(() => database.remove());

async function at<R>(
  now: number,
  act: (db: TenantDb) => R,
): Promise<Awaited<R>> {
  const work = new UnitOfWork(now);
  const result = await act(new TenantDb(database.db.drizzle, work, orgId));
  await work.commit(database.db.client);
  return result;
}

test("a project read before a change of the same millisecond is stale", async () => {
  const now = Date.now();
  const id = newId("project");
  const times = { createdAt: now, updatedAt: now };
  await at(now, (db) => db.insert(projects, { id, name: "Plan", ...times }));
  const read = new Date(now).toISOString();
  const rename = (name: string) =>
    at(now, (db) => updateProject(db, id, { name }, read));
  await rename("First");
  await expect(rename("Second")).rejects.toMatchObject({ reason: "STALE" });
});

test("an organization read before a change of the same millisecond is stale", async () => {
  const { updatedAt } = await at(0, (db) => db.readRoot(organizations));
  const read = new Date(updatedAt).toISOString();
  const held = { role: "admin", roleName: "Admin" };
  const rename = (name: string) =>
    at(updatedAt, (db) => updateOrganization(db, held, { name }, read));
  await rename("First");
  await expect(rename("Second")).rejects.toMatchObject({ reason: "STALE" });
});
