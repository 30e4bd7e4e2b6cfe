import { describe, expect, test } from "bun:test";
import { sql } from "drizzle-orm";
import { newId } from "#shared/id";
import { addUser } from "#testing/kit/database";
import { databaseSuite } from "#testing/kit/suite";
import { because, failing, refusalOf } from "#testing/matrix/refusals";
import { organizations } from "#server/core/organizations/table";
import { updateStatement } from "./statement";
import { UnitOfWork } from "./unit-of-work";

const db = databaseSuite();

async function hasUser(id: string): Promise<boolean> {
  const { rows } = await db.client.execute({
    sql: "select 1 from users where id = ?",
    args: [id],
  });
  return rows.length === 1;
}

describe("a batch", () => {
  test("is stored completely", async () => {
    const [ann, bob] = [newId("user"), newId("user")];
    const work = new UnitOfWork();
    work.write(addUser(ann));
    work.guard(sql`1 = 1`, because("STALE"));
    work.write(addUser(bob));
    work.guardRowChanged(because("STALE"));
    await work.commit(db.client);
    expect([await hasUser(ann), await hasUser(bob)]).toEqual([true, true]);
  });

  test("with a statement that fails stores nothing", async () => {
    const id = newId("user");
    const work = new UnitOfWork();
    work.write(addUser(newId("user")));
    work.write(addUser(id));
    work.write(addUser(id), because("ALREADY_MEMBER"));
    work.write(addUser(newId("user")));
    expect(await refusalOf(work, db)).toMatchObject({
      reason: "ALREADY_MEMBER",
    });
  });

  for (const condition of ["1 = 2", "null", "0", "(select 1 where 0)"])
    test(`with the failing guard ${condition} stores nothing`, async () => {
      const work = new UnitOfWork();
      work.write(addUser(newId("user")));
      work.guard(sql.raw(condition), because("STALE"));
      work.write(addUser(newId("user")));
      expect(await refusalOf(work, db)).toMatchObject({
        reason: "STALE",
      });
    });

  test("with guardRowChanged fails when the statement before changed no row", async () => {
    const work = new UnitOfWork();
    work.write(addUser(newId("user")));
    work.write(
      updateStatement(organizations, { name: "New" }, { id: "org_nobody" }),
    );
    work.guardRowChanged(because("NOT_FOUND"));
    expect(await refusalOf(work, db)).toMatchObject({
      reason: "NOT_FOUND",
    });
  });

  test("runs the guards of guardFirst before all other statements", async () => {
    const work = new UnitOfWork();
    work.guard(sql`0`, because("STALE"));
    work.guardFirst({ sql: "?", args: [0] }, because("BUSY"));
    expect(await refusalOf(work, db)).toMatchObject({
      reason: "BUSY",
    });
  });

  test("without statements is not sent", async () => {
    const work = new UnitOfWork();
    expect(work.isEmpty).toBe(true);
    await work.commit(failing(db, new Error("It was sent.")));
  });
});

describe("effects after the commit", () => {
  test("run once the batch is stored", async () => {
    const id = newId("user");
    const work = new UnitOfWork();
    const seen = Promise.withResolvers<boolean>();
    work.write(addUser(id));
    work.afterCommit(() => void hasUser(id).then(seen.resolve));
    await work.commit(db.client);
    expect(await seen.promise).toBe(true);
  });

  test("do not run when the batch fails", async () => {
    let came = false;
    const work = new UnitOfWork();
    work.guard(sql`0`, because("STALE"));
    work.afterCommit(() => (came = true));
    await refusalOf(work, db);
    expect(came).toBe(false);
  });
});
