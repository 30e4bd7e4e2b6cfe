import { expect, test } from "bun:test";
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

const request = (orgId: string, userId: string, kind: "role" | "seat") => ({
  sql: `insert into access_requests (org_id, id, user_id, kind, permission, expires_at, created_at)
    values (?, ?, ?, ?, ?, 9999999999999, 1)`,
  args: [
    orgId,
    newId("accessRequest"),
    userId,
    kind,
    kind === "role" ? "audit:read" : null,
  ],
});

/** Adds a member with a custom role, who asks for a role and for a seat, and another member who asks for the same. */
async function asked() {
  const { orgId } = await addOrganization(db);
  const [asker, other, role] = [newId("user"), newId("user"), newId("role")];
  await run(
    addUser(asker),
    addUser(other),
    {
      sql: `insert into roles (org_id, id, name, name_fold, based_on, permissions, created_at, updated_at)
        values (?, ?, 'Support', 'support', 'viewer', '["organization:read"]', 1, 1)`,
      args: [orgId, role],
    },
    addMember(orgId, asker, role),
    addMember(orgId, other, "member"),
    request(orgId, asker, "role"),
    request(orgId, asker, "seat"),
    request(orgId, other, "role"),
    request(orgId, other, "seat"),
  );
  return { orgId, asker, other, role };
}

async function kindsOf(orgId: string, userId: string) {
  const { rows } = await db.client.execute({
    sql: "select kind from access_requests where org_id = ? and user_id = ? order by kind",
    args: [orgId, userId],
  });
  return rows.map(({ kind }) => String(kind));
}

const change = (assignment: string, orgId: string, userId: string) =>
  run({
    sql: `update memberships set ${assignment} where org_id = ? and user_id = ?`,
    args: [orgId, userId],
  });

test("the requests of a member are deleted when they leave", async () => {
  const { orgId, asker, other } = await asked();
  await run({
    sql: "delete from memberships where org_id = ? and user_id = ?",
    args: [orgId, asker],
  });
  expect(await kindsOf(orgId, asker)).toEqual([]);
  expect(await kindsOf(orgId, other)).toEqual(["role", "seat"]);
  await expectRefused(
    db,
    request(orgId, asker, "role"),
    "ORGANIZATION_NOT_FOUND",
  );
});

test("a request for a role ends when the role of the member changes", async () => {
  const { orgId, asker, other, role } = await asked();
  await change(`role = '${role}'`, orgId, asker);
  expect(await kindsOf(orgId, asker)).toEqual(["role", "seat"]);
  await change("role = 'admin'", orgId, asker);
  expect(await kindsOf(orgId, asker)).toEqual(["seat"]);
  expect(await kindsOf(orgId, other)).toEqual(["role", "seat"]);
});

test("a request for a role ends when the custom role gets the permission", async () => {
  const { orgId, asker, other, role } = await asked();
  const setPermissions = (permissions: string[]) =>
    run({
      sql: "update roles set permissions = ? where org_id = ? and id = ?",
      args: [JSON.stringify(permissions), orgId, role],
    });
  await setPermissions(["organization:read", "billing:read"]);
  expect(await kindsOf(orgId, asker)).toEqual(["role", "seat"]);
  await setPermissions(["organization:read", "audit:read"]);
  expect(await kindsOf(orgId, asker)).toEqual(["seat"]);
  expect(await kindsOf(orgId, other)).toEqual(["role", "seat"]);
});

test("a request for a seat ends when the member is no longer read-only", async () => {
  const { orgId, asker, other } = await asked();
  await change("is_frozen = 1", orgId, asker);
  expect(await kindsOf(orgId, asker)).toEqual(["role", "seat"]);
  await change("is_frozen = 0", orgId, asker);
  expect(await kindsOf(orgId, asker)).toEqual(["role"]);
  expect(await kindsOf(orgId, other)).toEqual(["role", "seat"]);
});
