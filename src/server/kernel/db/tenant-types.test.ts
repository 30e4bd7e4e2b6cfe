import { expect, test } from "bun:test";
import { type eq, sql } from "drizzle-orm";
import { users } from "#server/core/users/table";
import { formerSlugs, organizations } from "#server/core/organizations/table";
import { memberships } from "#server/core/memberships/table";
import { projects } from "#server/features/projects/table";
import { roleProcedure } from "#server/rpc/trpc";
import type { TenantDb } from "./tenant-db";
import { defineQuery } from "./tenant-reader";

type Project = typeof projects.$inferSelect;
declare const values: Omit<typeof projects.$inferInsert, "orgId">;
declare const row: Project;
declare const root: typeof organizations.$inferSelect;
declare const on: ReturnType<typeof eq>;

/** Never run: `bun check` compiles it, and complains about each line that would compile without its comment. */
const mistakes = {
  reads(db: TenantDb) {
    // @ts-expect-error a table that belongs to no organization
    void db.from(users);
    // @ts-expect-error the organizations themselves
    void db.from(organizations);
    // @ts-expect-error a tenant key alone does not make rows that can be found
    void db.find(formerSlugs, "acme");
    // @ts-expect-error a second table of tenants beside the narrowed one
    defineQuery()((reader) => reader.join(memberships, projects, on, {}));
    // @ts-expect-error a join behind the narrowed rows
    void db.from(projects).innerJoin(memberships, on);
    // @ts-expect-error a join behind a condition
    void db.from(projects).where(on).innerJoin(memberships, on);
    // @ts-expect-error rows of another query
    void db.from(projects).union(db.from(projects));
    // @ts-expect-error a join behind chosen fields
    void db.select(projects, { id: projects.id }).leftJoin(memberships, on);
    const ids = defineQuery()((reader) =>
      reader.join(memberships, users, on, { id: users.id }),
    );
    // @ts-expect-error a chosen column keeps its type
    void db.all(ids, {}).then(([first]) => first?.id satisfies number);
    // @ts-expect-error rows that belong to organizations are not the tenant itself
    void db.readRoot(projects);
  },
  writes(db: TenantDb) {
    // @ts-expect-error the organization is not stated, it is known
    db.insert(projects, { ...values, orgId: "org_other" });
    // @ts-expect-error a person belongs to no organization
    db.insert(users, { id: "usr_1", email: "", name: "", createdAt: 0 });
    // @ts-expect-error a row does not move to another organization
    db.update(projects, row, { orgId: "org_other" });
    // @ts-expect-error a row keeps its id
    db.update(projects, row, { id: "prj_other" });
    // @ts-expect-error a column that is not there
    db.update(projects, row, { nmae: "Plan" });
    // @ts-expect-error the organization keeps its id
    db.updateRoot(organizations, root, { id: "org_other" }, never);
    // @ts-expect-error rows that belong to organizations are not the tenant itself
    db.updateRoot(projects, row, {}, never);
    // @ts-expect-error a rule needs the refusal it stands for
    db.guard(sql`1`);
  },
  wayOut(db: TenantDb) {
    // @ts-expect-error the root database is not to be had
    void db.drizzle;
    // @ts-expect-error nor its connection
    void db.client;
    // @ts-expect-error nor the batch
    void db.work;
    // @ts-expect-error the organization does not change
    db.orgId = "org_other";
  },
  procedures() {
    // @ts-expect-error a right that nobody can have
    roleProcedure("project:fly");
    roleProcedure("project:read").query(({ ctx }) => {
      // @ts-expect-error in an organization there is no root database
      void ctx.db.drizzle;
      // @ts-expect-error and no batch to write around the narrowed one
      void ctx.work;
    });
  },
};

const never = () => {
  throw new Error("This is never run.");
};

test("mistakes about the tenant do not compile", () => {
  expect(Object.keys(mistakes)).toHaveLength(4);
});
