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

/**
 * Mistakes that must not compile; this code never runs. `bun check` reports a line that compiles although its comment
 * expects an error.
 */
const mistakes = {
  reads(db: TenantDb) {
    // @ts-expect-error a table that belongs to no organization
    void db.from(users);
    // @ts-expect-error the table of the organizations itself
    void db.from(organizations);
    // @ts-expect-error a table without an id
    void db.find(formerSlugs, "acme");
    // @ts-expect-error a join of two tables of organizations
    defineQuery()((reader) => reader.join(memberships, projects, on, {}));
    // @ts-expect-error a join after the rows of the organization
    void db.from(projects).innerJoin(memberships, on);
    // @ts-expect-error a join after a condition
    void db.from(projects).where(on).innerJoin(memberships, on);
    // @ts-expect-error a union with another query
    void db.from(projects).union(db.from(projects));
    // @ts-expect-error a join after selected fields
    void db.select(projects, { id: projects.id }).leftJoin(memberships, on);
    const ids = defineQuery()((reader) =>
      reader.join(memberships, users, on, { id: users.id }),
    );
    // @ts-expect-error a selected column has another type
    void db.all(ids, {}).then(([first]) => first?.id satisfies number);
    // @ts-expect-error `projects` is not the table of the organizations
    void db.readRoot(projects);
  },
  writes(db: TenantDb) {
    // @ts-expect-error the organization of a new row cannot be chosen
    db.insert(projects, { ...values, orgId: "org_other" });
    // @ts-expect-error a user belongs to no organization
    db.insert(users, { id: "usr_1", email: "", name: "", createdAt: 0 });
    // @ts-expect-error a row cannot move to another organization
    db.update(projects, row, { orgId: "org_other" });
    // @ts-expect-error the id of a row cannot change
    db.update(projects, row, { id: "prj_other" });
    // @ts-expect-error an unknown column
    db.update(projects, row, { nmae: "Plan" });
    // @ts-expect-error the id of the organization cannot change
    db.updateRoot(organizations, root, { id: "org_other" }, never);
    // @ts-expect-error `projects` is not the table of the organizations
    db.updateRoot(projects, row, {}, never);
    // @ts-expect-error a guard without an error
    db.guard(sql`1`);
  },
  wayOut(db: TenantDb) {
    // @ts-expect-error a `TenantDb` gives no access to the root database
    void db.drizzle;
    // @ts-expect-error a `TenantDb` gives no access to the connection of the root database
    void db.client;
    // @ts-expect-error a `TenantDb` gives no access to the batch of the mutation
    void db.work;
    // @ts-expect-error the organization of a `TenantDb` cannot change
    db.orgId = "org_other";
  },
  procedures() {
    // @ts-expect-error a permission that does not exist
    roleProcedure("project:fly");
    roleProcedure("project:read").query(({ ctx }) => {
      // @ts-expect-error a procedure of an organization gets no root database
      void ctx.db.drizzle;
      // @ts-expect-error a procedure of an organization gets no batch that could write to other organizations
      void ctx.work;
    });
  },
};

const never = () => {
  throw new Error("This is never run.");
};

test("code that could cross organizations does not compile", () => {
  expect(Object.keys(mistakes)).toHaveLength(4);
});
