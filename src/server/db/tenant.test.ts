import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { asc, count, eq, sql } from "drizzle-orm";
import { newId } from "../../shared/id";
import {
  addOrganization,
  openTestDatabase,
  type TestDatabase,
} from "../../testing/database";
import { users } from "../auth/schema";
import { DomainError } from "../errors";
import { memberships } from "../features/members/schema";
import { organizations } from "../features/organizations/schema";
import { projects } from "../features/projects/schema";
import { defineQuery, TenantDb } from "./tenant";
import { UnitOfWork } from "./unit-of-work";

type Project = typeof projects.$inferSelect;

let database: TestDatabase;
let acme: { orgId: string; userId: string };
let globex: { orgId: string; userId: string };
let plan: Project;
let secret: Project;
beforeAll(async () => {
  database = await openTestDatabase();
  acme = await addOrganization(database.db);
  globex = await addOrganization(database.db);
  plan = await addProject(acme.orgId, "Plan");
  secret = await addProject(globex.orgId, "Secret");
});
afterAll(() => database.remove());

/** One call in an organization: what it may read and write, and the batch it collects. */
function call(orgId: string, now = Date.now()) {
  const work = new UnitOfWork(now);
  const db = new TenantDb(database.db.drizzle, work, orgId);
  return { db, work, commit: () => work.commit(database.db.client) };
}

async function addProject(orgId: string, name: string): Promise<Project> {
  const { db, commit } = call(orgId);
  const row = db.insert(projects, newProject(name));
  await commit();
  return row;
}

function newProject(name: string) {
  const now = Date.now();
  return { id: newId("project"), name, createdAt: now, updatedAt: now };
}

async function stored(id: string) {
  const rows = database.db.drizzle.select().from(projects);
  return (await rows.where(eq(projects.id, id))) as Project[];
}

describe("reads", () => {
  test("start from the organization's own rows", async () => {
    const { db } = call(acme.orgId);
    expect((await db.from(projects)).map(({ name }) => name)).toEqual(["Plan"]);
    expect(await db.select(projects, { total: count() })).toEqual([
      { total: 1 },
    ]);
  });

  test("stay there, whatever the condition says", async () => {
    const { db } = call(acme.orgId);
    const all = db
      .from(projects)
      .where(sql`1 = 1 or ${projects.id} = ${secret.id}`);
    expect((await all).map(({ id }) => id)).toEqual([plan.id]);
    const others = db.from(projects).where(eq(projects.orgId, globex.orgId));
    expect(await others).toEqual([]);
  });

  test("with people are of the organization's own members", async () => {
    const people = defineQuery()((db) =>
      db.join(memberships, users, eq(users.id, memberships.userId), {
        id: users.id,
      }),
    );
    const members = call(acme.orgId).db.all(people, {});
    expect(await members).toEqual([{ id: acme.userId }]);
  });

  test("find its row by id, and no other organization's", async () => {
    const { db } = call(acme.orgId);
    expect(await db.find(projects, plan.id)).toEqual(plan);
    expect(await db.find(projects, secret.id)).toBeUndefined();
    expect(await db.find(projects, newId("project"))).toBeUndefined();
  });

  test("that are defined once are bound for each organization anew", async () => {
    const named = defineQuery<{ prefix: string }>()((db, value) =>
      db
        .from(projects)
        .where(sql`${projects.name} like ${value("prefix")} || '%'`)
        .orderBy(asc(projects.id)),
    );
    const ask = (orgId: string, prefix: string) =>
      call(orgId).db.all(named, { prefix });
    const answers = await Promise.all([
      ask(acme.orgId, ""),
      ask(globex.orgId, ""),
      ask(acme.orgId, "Sec"),
      ask(globex.orgId, "Sec"),
      ask(newId("organization"), ""),
    ]);
    expect(answers.map((rows) => rows.map(({ id }) => id))).toEqual([
      [plan.id],
      [secret.id],
      [],
      [secret.id],
      [],
    ]);
  });

  test("of the organization's own row give no other", async () => {
    const root = await call(acme.orgId).db.readRoot(organizations);
    expect(root.id).toBe(acme.orgId);
  });
});

describe("writes", () => {
  test("add the organization themselves, and tell the row that will be stored", async () => {
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

  test("cannot be talked into another organization by a value without a type", async () => {
    const { db, commit } = call(acme.orgId);
    const forged: object = { ...newProject("Forged"), orgId: globex.orgId };
    const row = db.insert(projects, forged as ReturnType<typeof newProject>);
    await commit();
    expect((await stored(row.id)).map(({ orgId }) => orgId)).toEqual([
      acme.orgId,
    ]);
  });

  test("change the row that was read", async () => {
    const before = await addProject(acme.orgId, "Draft");
    const { db, commit } = call(acme.orgId);
    const after = db.update(projects, before, { name: "Final" });
    expect(after).toEqual({ ...before, name: "Final" });
    await commit();
    expect(await stored(before.id)).toEqual([after]);
  });

  test("leave alone what a change does not name", async () => {
    const before = await addProject(acme.orgId, "Draft");
    const { db, commit } = call(acme.orgId);
    const changes = { name: undefined, description: "More" };
    const after = db.update(projects, before, changes);
    expect(after).toEqual({ ...before, description: "More" });
    await commit();
    expect(await stored(before.id)).toEqual([after]);
  });

  test("of another organization's row are refused as of none, and it stays", async () => {
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

  test("of a row that is gone are refused, as the caller says", async () => {
    const gone = { ...plan, id: newId("project") };
    const { db, commit } = call(acme.orgId);
    db.update(projects, gone, { name: "Late" }, () => new DomainError("STALE"));
    expect(await refusal(commit)).toBe("STALE");
    const removing = call(acme.orgId);
    removing.db.remove(projects, gone);
    expect(await refusal(removing.commit)).toBe("NOT_FOUND");
  });

  test("may demand a row of the organization's own, which another's is not", async () => {
    for (const [id, expected] of [
      [plan.id, undefined],
      [secret.id, "STALE"],
    ] as const) {
      const { db, commit } = call(acme.orgId);
      db.mustExist(
        projects,
        eq(projects.id, id),
        () => new DomainError("STALE"),
      );
      expect(await refusal(commit)).toBe(expected);
    }
  });

  test("are recorded for the history with what was before and after", async () => {
    const before = await addProject(acme.orgId, "Old");
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
