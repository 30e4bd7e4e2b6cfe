import { describe, expect, test } from "bun:test";
import { LibsqlError } from "@libsql/client";
import { sql } from "drizzle-orm";
import { newId } from "#shared/id";
import { addMember, addOrganization, addUser } from "#testing/kit/database";
import { databaseSuite } from "#testing/kit/suite";
import { because, failing, refusalOf } from "#testing/matrix/refusals";
import { DomainError } from "#server/kernel/errors";
import { organizations } from "#server/core/organizations/table";
import { insertStatement, updateStatement } from "./statement";
import { UnitOfWork } from "./unit-of-work";

const db = databaseSuite();

describe("the error of a batch is that of the statement that failed:", () => {
  const after = (guards: number) => {
    const work = new UnitOfWork();
    const taken = newId("user");
    work.guardFirst({ sql: "1", args: [] }, because("BUSY"));
    work.write(addUser(taken), because("ALREADY_MEMBER"));
    for (let n = 0; n < guards; n++) work.guard(sql`1`, because("STALE"));
    return { work, taken };
  };

  test("a guard", async () => {
    const { work } = after(2);
    work.guard(sql`0`, because("NOT_FOUND"));
    work.guard(sql`0`, because("STALE"));
    expect(await refusalOf(work, db)).toMatchObject({
      reason: "NOT_FOUND",
    });
  });

  test("a constraint", async () => {
    const { work, taken } = after(2);
    work.write(addUser(taken), because("ALREADY_INVITED"));
    expect(await refusalOf(work, db)).toMatchObject({
      reason: "ALREADY_INVITED",
    });
  });

  test("an update that changed no row", async () => {
    const { work } = after(2);
    work.write(
      updateStatement(organizations, { name: "" }, { id: "org_nobody" }),
    );
    work.guardRowChanged(because("INVITATION_INVALID"));
    expect(await refusalOf(work, db)).toMatchObject({
      reason: "INVITATION_INVALID",
    });
  });

  test("a guard after a hundred others", async () => {
    const { work } = after(100);
    work.guard(sql`0`, because("RATE_LIMITED"));
    expect(await refusalOf(work, db)).toMatchObject({
      reason: "RATE_LIMITED",
    });
  });
});

describe("a trigger names its own reason:", () => {
  test("the last admin cannot become a viewer", async () => {
    const { orgId, userId } = await addOrganization(db);
    const work = new UnitOfWork();
    work.write(
      {
        sql: "update memberships set role = 'viewer' where org_id = ? and user_id = ?",
        args: [orgId, userId],
      },
      because("STALE"),
    );
    const error = await refusalOf(work, db);
    expect(error).toMatchObject({ reason: "LAST_ADMIN", code: "CONFLICT" });
  });

  test("a former slug is held for 90 days", async () => {
    const { orgId, slug } = await addOrganization(db);
    await db.client.execute({
      sql: "update organizations set slug = ? where id = ?",
      args: [`${slug}-new`, orgId],
    });
    const work = new UnitOfWork();
    const now = Date.now();
    work.write(
      insertStatement(organizations, {
        id: newId("organization"),
        name: "Squatter",
        slug,
        plan: "free",
        settings: {},
        createdAt: now,
        updatedAt: now,
      }),
      because("STALE"),
    );
    expect(await refusalOf(work, db)).toMatchObject({
      reason: "SLUG_TAKEN",
    });
  });
});

describe("another error", () => {
  test("of a busy database becomes BUSY with the seconds to wait", async () => {
    const work = new UnitOfWork();
    work.write(addUser(newId("user")));
    const locked = new LibsqlError("database is locked", "SQLITE_BUSY");
    expect(await refusalOf(work, db, failing(db, locked))).toMatchObject({
      reason: "BUSY",
      details: { retryAfter: 1 },
    });
  });

  test("is thrown unchanged", async () => {
    const work = new UnitOfWork();
    work.write(addUser(newId("user")));
    const fault = new LibsqlError("no such table: users", "SQLITE_ERROR");
    expect(await refusalOf(work, db, failing(db, fault))).toBe(fault);
  });

  test("of a constraint without a reason stays an internal error", async () => {
    const work = new UnitOfWork();
    work.write(addMember("org_nobody", "usr_nobody", "admin"));
    expect(await refusalOf(work, db)).not.toBeInstanceOf(DomainError);
  });
});
