import { describe, expect, test } from "bun:test";
import type { InStatement } from "@libsql/client";
import { newId } from "#shared/id";
import {
  addMember,
  addOrganization,
  addUser,
  expectRefused,
} from "#testing/kit/database";
import { databaseSuite } from "#testing/kit/suite";

const db = databaseSuite();

const run = (...statements: InStatement[]) =>
  db.client.batch(statements, "write");

interface Team {
  orgId: string;
  /** User ids in the order of joining, the founder first. */
  people: string[];
}

/** Adds an organization with one member for each of the roles. The members join in the order of the roles. */
async function teamOf(...roles: string[]): Promise<Team> {
  const { orgId, userId } = await addOrganization(db);
  const others = roles.map(() => newId("user"));
  await run(
    ...others.map((id) => addUser(id)),
    ...roles.map((role, index) => addMember(orgId, others[index] ?? "", role)),
    ...[userId, ...others].map((id, index) => ({
      sql: "update memberships set joined_at = ? where org_id = ? and user_id = ?",
      args: [1000 + index, orgId, id],
    })),
  );
  return { orgId, people: [userId, ...others] };
}

const setLimit = (column: string, { orgId }: Team, limit: number | null) =>
  run({
    sql: `update organizations set ${column} = ? where id = ?`,
    args: [limit, orgId],
  });

const change = (assignment: string, { orgId }: Team, userId?: string) =>
  run({
    sql: `update memberships set ${assignment} where org_id = ? and user_id = ?`,
    args: [orgId, userId ?? null],
  });

/** Returns the positions in `people` of the members who are neither read-only nor suspended. */
async function writers({ orgId, people }: Team): Promise<number[]> {
  const { rows } = await db.client.execute({
    sql: "select user_id from memberships where org_id = ? and is_frozen = 0 and suspended_at is null",
    args: [orgId],
  });
  return rows
    .map(({ user_id }) => people.indexOf(String(user_id)))
    .toSorted((a, b) => a - b);
}

describe("with fewer seats than members", () => {
  test("the newest members are read-only, and all stay", async () => {
    const team = await teamOf("member", "viewer", "admin", "member");
    await setLimit("seats", team, 3);
    expect(await writers(team)).toEqual([0, 1, 2]);
    await setLimit("seats", team, 2);
    expect(await writers(team)).toEqual([0, 1]);
    await setLimit("seats", team, 4);
    expect(await writers(team)).toEqual([0, 1, 2, 3]);
    await setLimit("seats", team, null);
    expect(await writers(team)).toEqual([0, 1, 2, 3, 4]);
  });

  test("members whom an admin chose keep their seats", async () => {
    const team = await teamOf("member", "member", "member");
    await setLimit("seats", team, 2);
    await change("keeps_seat = 1", team, team.people[3]);
    expect(await writers(team)).toEqual([0, 3]);
    await change("keeps_seat = 0", team, team.people[3]);
    expect(await writers(team)).toEqual([0, 1]);
  });

  test("an admin always keeps a seat", async () => {
    const team = await teamOf("member", "member");
    await change("keeps_seat = 1", team, team.people[1]);
    await change("keeps_seat = 1", team, team.people[2]);
    await setLimit("seats", team, 1);
    expect(await writers(team)).toEqual([0]);
    await setLimit("seats", team, 0);
    expect(await writers(team)).toEqual([0]);
  });

  test("a free seat goes to the next member", async () => {
    const team = await teamOf("member", "member", "member");
    await setLimit("seats", team, 2);
    await run({
      sql: "delete from memberships where org_id = ? and user_id = ?",
      args: [team.orgId, team.people[1] ?? null],
    });
    expect(await writers(team)).toEqual([0, 2]);
    await change("suspended_at = 5", team, team.people[2]);
    expect(await writers(team)).toEqual([0, 3]);
  });

  test("a read-only member who becomes the only admin can write at once", async () => {
    const team = await teamOf("member", "admin");
    await setLimit("seats", team, 1);
    expect(await writers(team)).toEqual([0]);
    await change("role = 'member'", team, team.people[0]);
    expect(await writers(team)).toEqual([2]);
  });

  test("other organizations are not affected", async () => {
    const [team, other] = [await teamOf("member"), await teamOf("member")];
    await setLimit("seats", team, 1);
    expect(await writers(other)).toEqual([0, 1]);
  });
});

const addProject = ({ orgId }: Team, id = newId("project")) => ({
  sql: "insert into projects (org_id, id, name, created_at, updated_at) values (?, ?, 'P', 1, 1)",
  args: [orgId, id],
});

describe("with a limit below the number of projects", () => {
  const frozen = async ({ orgId }: Team) => {
    const { rows } = await db.client.execute({
      sql: "select is_frozen from projects where org_id = ? order by id",
      args: [orgId],
    });
    return rows.map(({ is_frozen }) => Number(is_frozen));
  };

  test("no project can be created", async () => {
    const team = await teamOf();
    await run(addProject(team), addProject(team));
    await setLimit("project_limit", team, 2);
    await expectRefused(db, addProject(team), "PROJECT_LIMIT");
    await setLimit("project_limit", team, 3);
    await run(addProject(team));
    await setLimit("project_limit", team, null);
    await run(addProject(team));
  });

  test("the newest projects are read-only until one is deleted or the limit is raised", async () => {
    const team = await teamOf();
    const ids = [newId("project"), newId("project"), newId("project")];
    await run(...ids.map((id) => addProject(team, id)));
    await setLimit("project_limit", team, 1);
    expect(await frozen(team)).toEqual([0, 1, 1]);
    for (const what of ["name = 'Q'", "status = 'archived'"])
      await expectRefused(
        db,
        {
          sql: `update projects set ${what} where id = ?`,
          args: [ids[1] ?? null],
        },
        "PROJECT_LIMIT",
      );
    await run({
      sql: "delete from projects where id = ?",
      args: [ids[2] ?? null],
    });
    expect(await frozen(team)).toEqual([0, 1]);
    await run({
      sql: "delete from projects where id = ?",
      args: [ids[0] ?? null],
    });
    expect(await frozen(team)).toEqual([0]);
    await run({
      sql: "update projects set name = 'Q' where id = ?",
      args: [ids[1] ?? null],
    });
  });
});

/**
 * The columns that can be changed while a project is read-only: those that the program sets, and the owner, who can
 * leave the organization.
 */
const STAY_OPEN = [
  "org_id",
  "id",
  "created_by",
  "created_by_account",
  "owner_id",
  "created_at",
  "updated_at",
  "is_frozen",
];

test("every column of a read-only project that a user can change is protected", async () => {
  const team = await teamOf();
  const id = newId("project");
  await run(addProject(team, id));
  await setLimit("project_limit", team, 0);
  const { rows } = await db.client.execute(
    "select name from pragma_table_info('projects')",
  );
  const protectedColumns: string[] = [];
  for (const column of rows.map(({ name }) => String(name))) {
    const sql = `update projects set ${column} = ${column} where id = ?`;
    const error = await run({ sql, args: [id] }).catch(String);
    if (String(error).includes("PROJECT_LIMIT")) protectedColumns.push(column);
  }
  const columns = [...protectedColumns, ...STAY_OPEN];
  expect(
    columns.toSorted(),
    "Add the column to the trigger projects_frozen_read_only in projects/invariants.sql, or to STAY_OPEN in this test.",
  ).toEqual(rows.map(({ name }) => String(name)).toSorted());
});

test("an organization cannot have more custom roles than its limit", async () => {
  const team = await teamOf();
  const addRole = (name: string) => ({
    sql: `insert into roles (org_id, id, name, name_fold, description, based_on, permissions, created_at, updated_at)
      values (?, ?, ?, ?, '', 'viewer', '[]', 1, 1)`,
    args: [team.orgId, newId("role"), name, name],
  });
  await setLimit("role_limit", team, 1);
  await run(addRole("one"));
  await expectRefused(db, addRole("two"), "FEATURE_NOT_IN_PLAN");
  await setLimit("role_limit", team, null);
  await run(addRole("two"));
});

test("an organization cannot have more service accounts than its limit", async () => {
  const team = await teamOf();
  const addAccount = () => ({
    sql: `insert into service_accounts (org_id, id, name, role, created_at, updated_at)
      values (?, ?, 'CI', 'member', 1, 1)`,
    args: [team.orgId, newId("serviceAccount")],
  });
  await setLimit("service_account_limit", team, 1);
  await run(addAccount());
  await expectRefused(db, addAccount(), "FEATURE_NOT_IN_PLAN");
  await setLimit("service_account_limit", team, null);
  await run(addAccount());
});
