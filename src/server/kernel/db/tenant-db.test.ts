import { beforeAll, describe, expect, test } from "bun:test";
import { asc, count, eq, sql } from "drizzle-orm";
import { newId } from "#shared/id";
import { addOrganization } from "#testing/kit/database";
import { databaseSuite } from "#testing/kit/suite";
import { addProject, callIn } from "#testing/kit/organization-call";
import { users } from "#server/core/users/table";
import { memberships } from "#server/core/memberships/table";
import { organizations } from "#server/core/organizations/table";
import { projects } from "#server/features/projects/table";
import { defineQuery } from "./tenant-reader";

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

describe("reads", () => {
  test("return only rows of the organization", async () => {
    const { db } = call(acme.orgId);
    expect((await db.from(projects)).map(({ name }) => name)).toEqual(["Plan"]);
    expect(await db.select(projects, { total: count() })).toEqual([
      { total: 1 },
    ]);
  });

  test("return only rows of the organization, whatever the condition is", async () => {
    const { db } = call(acme.orgId);
    const all = db
      .from(projects)
      .where(sql`1 = 1 or ${projects.id} = ${secret.id}`);
    expect((await all).map(({ id }) => id)).toEqual([plan.id]);
    const others = db.from(projects).where(eq(projects.orgId, globex.orgId));
    expect(await others).toEqual([]);
  });

  test("joined with users return only members of the organization", async () => {
    const people = defineQuery()((db) =>
      db.join(memberships, users, eq(users.id, memberships.userId), {
        id: users.id,
      }),
    );
    const members = call(acme.orgId).db.all(people, {});
    expect(await members).toEqual([{ id: acme.userId }]);
  });

  test("find a row of the organization by id, and no row of another one", async () => {
    const { db } = call(acme.orgId);
    expect(await db.find(projects, plan.id)).toEqual(plan);
    expect(await db.find(projects, secret.id)).toBeUndefined();
    expect(await db.find(projects, newId("project"))).toBeUndefined();
  });

  test("that are prepared once use the organization of each call", async () => {
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

  test("of the root row return the row of the organization", async () => {
    const root = await call(acme.orgId).db.readRoot(organizations);
    expect(root.id).toBe(acme.orgId);
  });
});
