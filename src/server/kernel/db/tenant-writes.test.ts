import { beforeAll, describe, expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { newId } from "#shared/id";
import { addOrganization } from "#testing/kit/database";
import { databaseSuite } from "#testing/kit/suite";
import { addProject, callIn, newProject } from "#testing/kit/organization-call";
import { DomainError } from "#server/kernel/errors";
import { projects } from "#server/features/projects/table";
import type { TenantDb } from "./tenant-db";

type Project = typeof projects.$inferSelect;

const database = databaseSuite();
let acme: { orgId: string; userId: string };
let globex: { orgId: string; userId: string };
let plan: Project;
let secret: Project;
beforeAll(async () => {
  acme = await addOrganization(database);
  globex = await addOrganization(database);
  plan = await addProject(acme.orgId, "Plan", database);
  secret = await addProject(globex.orgId, "Secret", database);
});

const call = (orgId: string) => callIn(orgId, database);

async function stored(id: string) {
  const rows = database.drizzle.select().from(projects);
  return (await rows.where(eq(projects.id, id))) as Project[];
}

describe("writes", () => {
  test("add the organization, and return the row that will be stored", async () => {
    const { db, commit } = call(acme.orgId);
    const row = db.insert(projects, newProject("New"));
    expect(row).toMatchObject({
      orgId: acme.orgId,
      description: "",
      status: "active",
      createdBy: null,
    });
    expect(await stored(row.id)).toEqual([]);
    await commit();
    expect(await stored(row.id)).toEqual([row]);
  });

  test("ignore the organization in a value without a type", async () => {
    const { db, commit } = call(acme.orgId);
    const forged: object = { ...newProject("Forged"), orgId: globex.orgId };
    const row = db.insert(projects, forged as ReturnType<typeof newProject>);
    await commit();
    expect((await stored(row.id)).map(({ orgId }) => orgId)).toEqual([
      acme.orgId,
    ]);
  });

  test("change the row that was read", async () => {
    const before = await addProject(acme.orgId, "Draft", database);
    const { db, commit } = call(acme.orgId);
    const after = db.update(projects, before, { name: "Final" });
    expect(after).toEqual({ ...before, name: "Final" });
    await commit();
    expect(await stored(before.id)).toEqual([after]);
  });

  test("leave undefined fields unchanged", async () => {
    const before = await addProject(acme.orgId, "Draft", database);
    const { db, commit } = call(acme.orgId);
    const changes = { name: undefined, description: "More" };
    const after = db.update(projects, before, changes);
    expect(after).toEqual({ ...before, description: "More" });
    await commit();
    expect(await stored(before.id)).toEqual([after]);
  });

  test("of another organization's row fail as if it did not exist", async () => {
    for (const write of [
      (db: TenantDb) => db.update(projects, secret, { name: "Mine" }),
      (db: TenantDb) => db.remove(projects, secret),
    ]) {
      const { db, commit } = call(acme.orgId);
      write(db);
      expect(await refusal(commit)).toBe("NOT_FOUND");
      expect(await stored(secret.id)).toEqual([secret]);
    }
  });

  test("of a deleted row fail with the caller's error", async () => {
    const gone = { ...plan, id: newId("project") };
    const { db, commit } = call(acme.orgId);
    db.update(projects, gone, { name: "Late" }, () => new DomainError("STALE"));
    expect(await refusal(commit)).toBe("STALE");
    const removing = call(acme.orgId);
    removing.db.remove(projects, gone);
    expect(await refusal(removing.commit)).toBe("NOT_FOUND");
  });

  test("can require a row of the organization, not of another one", async () => {
    for (const [id, expected] of [
      [plan.id, undefined],
      [secret.id, "STALE"],
    ] as const) {
      const { db, commit } = call(acme.orgId);
      db.guardExists(
        projects,
        eq(projects.id, id),
        () => new DomainError("STALE"),
      );
      expect(await refusal(commit)).toBe(expected);
    }
  });

  test("are recorded for the audit log with the row before and after", async () => {
    const before = await addProject(acme.orgId, "Old", database);
    const { db, work } = call(acme.orgId);
    const added = db.insert(projects, newProject("Added"));
    const after = db.update(projects, before, { name: "Renamed" });
    db.remove(projects, after);
    const change = { table: "projects" };
    expect(Object.fromEntries(work.changes)).toEqual({
      [acme.orgId]: [
        { ...change, id: added.id, before: null, after: added },
        { ...change, id: before.id, before, after },
        { ...change, id: before.id, before: after, after: null },
      ],
    });
  });
});

async function refusal(commit: () => Promise<void>) {
  const error: unknown = await commit().then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error === undefined) return undefined;
  if (!(error instanceof DomainError)) throw error;
  return error.reason;
}
