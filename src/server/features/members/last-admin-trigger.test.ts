import { beforeAll, describe, expect, test } from "bun:test";
import type { InStatement } from "@libsql/client";
import { newId } from "#shared/id";
import {
  addMember,
  addOrganization,
  addUser,
  expectRefused as expectRefusedBy,
} from "#testing/kit/database";
import { databaseSuite } from "#testing/kit/suite";
import { readAllTables } from "#testing/kit/snapshot";

const db = databaseSuite();
beforeAll(async () => {
  const { orgId } = await addOrganization(db);
  await run(addUser("usr_viewer"), addMember(orgId, "usr_viewer", "viewer"));
});

const run = (...statements: InStatement[]) =>
  db.client.batch(statements, "write");
const expectRefused = (statement: InStatement, message: string) =>
  expectRefusedBy(db, statement, message);

describe("a statement that leaves an organization without an active admin fails:", () => {
  const attempts: Record<
    string,
    (orgId: string, userId: string) => InStatement
  > = {
    "the last admin becomes a viewer": (orgId, userId) => ({
      sql: "update memberships set role = 'viewer' where org_id = ? and user_id = ?",
      args: [orgId, userId],
    }),
    "the last admin is removed": (orgId, userId) => ({
      sql: "delete from memberships where org_id = ? and user_id = ?",
      args: [orgId, userId],
    }),
    "all members are removed": (orgId) => ({
      sql: "delete from memberships where org_id = ?",
      args: [orgId],
    }),
    "all members become viewers": () =>
      "update memberships set role = 'viewer'",
    "the last admin is replaced by a viewer": (orgId, userId) => ({
      sql: "insert or replace into memberships (org_id, id, user_id, role, joined_at) values (?, 'mem_new', ?, 'viewer', 1)",
      args: [orgId, userId],
    }),
    "the last admin moves to another organization": (orgId, userId) => ({
      sql: "update memberships set org_id = (select min(id) from organizations where id <> ?) where org_id = ? and user_id = ?",
      args: [orgId, orgId, userId],
    }),
    "the last admin is replaced by a viewer of another organization": (
      orgId,
      userId,
    ) => ({
      sql: "update or replace memberships set org_id = ?, user_id = ? where role = 'viewer' and org_id <> ?",
      args: [orgId, userId, orgId],
    }),
    "the last admin is suspended": (_, userId) => ({
      sql: "update users set suspended_at = 1 where id = ?",
      args: [userId],
    }),
    "the last admin's membership is suspended": (orgId, userId) => ({
      sql: "update memberships set suspended_at = 1 where org_id = ? and user_id = ?",
      args: [orgId, userId],
    }),
    "the last admin's membership is replaced by a suspended one": (
      orgId,
      userId,
    ) => ({
      sql: "insert or replace into memberships (org_id, id, user_id, role, joined_at, suspended_at) values (?, 'mem_new', ?, 'admin', 1, 1)",
      args: [orgId, userId],
    }),
    "the last admin's account is deleted": (_, userId) => ({
      sql: "delete from users where id = ?",
      args: [userId],
    }),
    "the last admin's account is replaced": (_, userId) => ({
      sql: "insert or replace into users (id, email, name, created_at) values (?, 'new@example.com', 'New', 1)",
      args: [userId],
    }),
    "the last admin's account is replaced by a suspended one": (_, userId) => ({
      sql: "insert or replace into users (id, email, name, suspended_at, created_at) values (?, 'new@example.com', 'New', 1, 1)",
      args: [userId],
    }),
    "the organization is replaced by one without members": (orgId) => ({
      sql: "insert or replace into organizations (id, name, slug, settings, created_at, updated_at) values (?, 'New', 'new', '{}', 1, 1)",
      args: [orgId],
    }),
    "another user takes the email address of the last admin": (_, userId) => ({
      sql: "update or replace users set email = (select email from users where id = ?) where id = 'usr_viewer'",
      args: [userId],
    }),
  };

  for (const [sentence, attempt] of Object.entries(attempts))
    test(sentence, async () => {
      const { orgId, userId } = await addOrganization(db);
      await expectRefused(attempt(orgId, userId), "LAST_ADMIN");
    });

  test("the first member must be an admin", async () => {
    const orgId = newId("organization");
    await run({
      sql: "insert into organizations (id, name, slug, settings, created_at, updated_at) values (?, 'New', ?, '{}', 1, 1)",
      args: [orgId, orgId],
    });
    const user = newId("user");
    await run(addUser(user));
    await expectRefused(addMember(orgId, user, "viewer"), "LAST_ADMIN");
  });

  test("one of two admins can leave, be suspended or become a viewer", async () => {
    const { orgId, userId } = await addOrganization(db);
    const second = newId("user");
    await run(addUser(second), addMember(orgId, second, "admin"));
    await run({
      sql: "update users set suspended_at = 1 where id = ?",
      args: [second],
    });
    await expectRefused(
      {
        sql: "delete from memberships where org_id = ? and user_id = ?",
        args: [orgId, userId],
      },
      "LAST_ADMIN",
    );
    await run({
      sql: "update users set suspended_at = null where id = ?",
      args: [second],
    });
    await run({
      sql: "update memberships set role = 'viewer' where org_id = ? and user_id = ?",
      args: [orgId, userId],
    });
  });

  test("a suspended admin does not count", async () => {
    const { orgId, userId } = await addOrganization(db);
    const second = newId("user");
    await run(addUser(second), addMember(orgId, second, "admin"));
    await run({
      sql: "update memberships set suspended_at = 1 where org_id = ? and user_id = ?",
      args: [orgId, second],
    });
    for (const sql of [
      "delete from memberships where org_id = ? and user_id = ?",
      "update memberships set role = 'member' where org_id = ? and user_id = ?",
      "update memberships set suspended_at = 1 where org_id = ? and user_id = ?",
    ])
      await expectRefused({ sql, args: [orgId, userId] }, "LAST_ADMIN");
  });

  test("an organization can be deleted together with all its members", async () => {
    const { orgId } = await addOrganization(db);
    await run({ sql: "delete from organizations where id = ?", args: [orgId] });
    const { memberships = [] } = await readAllTables(db);
    expect(
      memberships.filter((row) => Bun.inspect(row).includes(orgId)),
    ).toEqual([]);
  });
});
