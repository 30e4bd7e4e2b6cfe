import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { type Client, LibsqlError } from "@libsql/client";
import { sql } from "drizzle-orm";
import { newId } from "../../shared/id";
import {
  addMember,
  addOrganization,
  addUser,
  openTestDatabase,
  type TestDatabase,
} from "../../testing/database";
import { snapshot } from "../../testing/snapshot";
import { DomainError, type Reason } from "../errors";
import { organizations } from "../features/organizations/schema";
import { insertStatement, updateStatement } from "./statement";
import { type Otherwise, UnitOfWork } from "./unit-of-work";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.remove());

const because =
  (reason: Reason): Otherwise =>
  () =>
    new DomainError(reason);

/** What a batch was refused with, after making sure that nothing of it was stored. */
async function refusalOf(work: UnitOfWork, client = database.db.client) {
  const before = await snapshot(database.db);
  const error: unknown = await work.commit(client).then(
    () => new Error("It was stored."),
    (reason: unknown) => reason,
  );
  expect(await snapshot(database.db)).toEqual(before);
  return error;
}

async function hasUser(id: string): Promise<boolean> {
  const { rows } = await database.db.client.execute({
    sql: "select 1 from users where id = ?",
    args: [id],
  });
  return rows.length === 1;
}

describe("a batch", () => {
  test("is stored whole", async () => {
    const [ann, bob] = [newId("user"), newId("user")];
    const work = new UnitOfWork();
    work.write(addUser(ann));
    work.must(sql`1 = 1`, because("STALE"));
    work.write(addUser(bob));
    work.mustHaveChanged(because("STALE"));
    await work.commit(database.db.client);
    expect([await hasUser(ann), await hasUser(bob)]).toEqual([true, true]);
  });

  test("of which a statement fails is not stored at all", async () => {
    const id = newId("user");
    const work = new UnitOfWork();
    work.write(addUser(newId("user")));
    work.write(addUser(id));
    work.write(addUser(id), because("ALREADY_MEMBER"));
    work.write(addUser(newId("user")));
    expect(await refusalOf(work)).toMatchObject({ reason: "ALREADY_MEMBER" });
  });

  for (const condition of ["1 = 2", "null", "0", "(select 1 where 0)"])
    test(`with the guard ${condition} in its midst stores neither what is before nor behind`, async () => {
      const work = new UnitOfWork();
      work.write(addUser(newId("user")));
      work.must(sql.raw(condition), because("STALE"));
      work.write(addUser(newId("user")));
      expect(await refusalOf(work)).toMatchObject({ reason: "STALE" });
    });

  test("demands that the statement before changed a row", async () => {
    const work = new UnitOfWork();
    work.write(addUser(newId("user")));
    work.write(
      updateStatement(organizations, { name: "New" }, { id: "org_nobody" }),
    );
    work.mustHaveChanged(because("NOT_FOUND"));
    expect(await refusalOf(work)).toMatchObject({ reason: "NOT_FOUND" });
  });

  test("looks at what must hold first before anything else", async () => {
    const work = new UnitOfWork();
    work.must(sql`0`, because("STALE"));
    work.mustFirst({ sql: "?", args: [0] }, because("BUSY"));
    expect(await refusalOf(work)).toMatchObject({ reason: "BUSY" });
  });

  test("of nothing is not sent", async () => {
    const work = new UnitOfWork();
    expect(work.isEmpty).toBe(true);
    await work.commit(failing(new Error("It was sent.")));
  });
});

describe("a refusal is that of the statement that failed:", () => {
  const after = (guards: number) => {
    const work = new UnitOfWork();
    const taken = newId("user");
    work.mustFirst({ sql: "1", args: [] }, because("BUSY"));
    work.write(addUser(taken), because("ALREADY_MEMBER"));
    for (let n = 0; n < guards; n++) work.must(sql`1`, because("STALE"));
    return { work, taken };
  };

  test("a guard", async () => {
    const { work } = after(2);
    work.must(sql`0`, because("NOT_FOUND"));
    work.must(sql`0`, because("STALE"));
    expect(await refusalOf(work)).toMatchObject({ reason: "NOT_FOUND" });
  });

  test("a constraint", async () => {
    const { work, taken } = after(2);
    work.write(addUser(taken), because("ALREADY_INVITED"));
    expect(await refusalOf(work)).toMatchObject({ reason: "ALREADY_INVITED" });
  });

  test("a change that changed nothing", async () => {
    const { work } = after(2);
    work.write(
      updateStatement(organizations, { name: "" }, { id: "org_nobody" }),
    );
    work.mustHaveChanged(because("INVITATION_INVALID"));
    expect(await refusalOf(work)).toMatchObject({
      reason: "INVITATION_INVALID",
    });
  });

  test("a guard behind a hundred", async () => {
    const { work } = after(100);
    work.must(sql`0`, because("RATE_LIMITED"));
    expect(await refusalOf(work)).toMatchObject({ reason: "RATE_LIMITED" });
  });
});

describe("a rule of the schema speaks for itself:", () => {
  test("the last admin stays", async () => {
    const { orgId, userId } = await addOrganization(database.db);
    const work = new UnitOfWork();
    work.write(
      {
        sql: "update memberships set role = 'viewer' where org_id = ? and user_id = ?",
        args: [orgId, userId],
      },
      because("STALE"),
    );
    const error = await refusalOf(work);
    expect(error).toMatchObject({ reason: "LAST_ADMIN", code: "CONFLICT" });
  });

  test("a slug that was left a while ago is still held", async () => {
    const { orgId, slug } = await addOrganization(database.db);
    await database.db.client.execute({
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
    expect(await refusalOf(work)).toMatchObject({ reason: "SLUG_TAKEN" });
  });
});

describe("what is no refusal", () => {
  test("of a busy database asks to come back", async () => {
    const work = new UnitOfWork();
    work.write(addUser(newId("user")));
    const locked = new LibsqlError("database is locked", "SQLITE_BUSY");
    expect(await refusalOf(work, failing(locked))).toMatchObject({
      reason: "BUSY",
      details: { retryAfter: 1 },
    });
  });

  test("is passed on as it is", async () => {
    const work = new UnitOfWork();
    work.write(addUser(newId("user")));
    const fault = new LibsqlError("no such table: users", "SQLITE_ERROR");
    expect(await refusalOf(work, failing(fault))).toBe(fault);
  });

  test("and a constraint that nobody foresaw stays a fault", async () => {
    const work = new UnitOfWork();
    work.write(addMember("org_nobody", "usr_nobody", "admin"));
    expect(await refusalOf(work)).not.toBeInstanceOf(DomainError);
  });
});

describe("effects after the commit", () => {
  test("come once it is stored", async () => {
    const id = newId("user");
    const work = new UnitOfWork();
    const seen = Promise.withResolvers<boolean>();
    work.write(addUser(id));
    work.afterCommit(() => void hasUser(id).then(seen.resolve));
    await work.commit(database.db.client);
    expect(await seen.promise).toBe(true);
  });

  test("do not come when it is refused", async () => {
    let came = false;
    const work = new UnitOfWork();
    work.must(sql`0`, because("STALE"));
    work.afterCommit(() => (came = true));
    await refusalOf(work);
    expect(came).toBe(false);
  });
});

function failing(error: Error): Client {
  return {
    ...database.db.client,
    async batch() {
      throw error;
    },
  };
}
