import { beforeEach, describe, expect, test } from "bun:test";
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
let orgId: string;
let admin: string;
let other: string;
/** `role` is a custom role of the organization, and `foreignRole` is a custom role of another organization. */
let role: string;
let foreignRole: string;
beforeEach(async () => {
  ({ orgId, userId: admin } = await addOrganization(db));
  other = newId("user");
  role = newId("role");
  foreignRole = newId("role");
  const { orgId: foreignOrg } = await addOrganization(db);
  await run(
    addUser(other),
    addRole(orgId, role, "Editor"),
    addRole(foreignOrg, foreignRole, "Editor"),
  );
});

const run = (...statements: InStatement[]) =>
  db.client.batch(statements, "write");
const refused = (statement: InStatement, reason: string) =>
  expectRefused(db, statement, reason);

function addRole(org: string, id: string, name: string) {
  return {
    sql: `insert into roles (org_id, id, name, name_fold, based_on, permissions, created_at, updated_at)
      values (?, ?, ?, lower(?), 'viewer', '[]', 1, 1)`,
    args: [org, id, name, name],
  };
}

/** For each table with rows that give a role: how to insert such a row, and which column contains the role. */
const GRANTS: Record<
  string,
  { column: string; insert: (role: string) => InStatement; ended?: string }
> = {
  memberships: {
    column: "role",
    insert: (granted) => addMember(orgId, other, granted),
  },
  invitations: {
    column: "role",
    insert: (granted) => ({
      sql: `insert into invitations (org_id, id, email, role, token_hash, invited_by, expires_at, created_at)
        values (?, ?, ?, ?, ?, ?, 9999999999999, 1)`,
      args: [
        orgId,
        newId("invitation"),
        "a@example.com",
        granted,
        newId("invitation"),
        admin,
      ],
    }),
    ended: "status = 'revoked'",
  },
  invitation_links: {
    column: "role",
    insert: (granted) => ({
      sql: `insert into invitation_links (org_id, id, role, token_hash, domains, created_by, expires_at, created_at)
        values (?, ?, ?, ?, '[]', ?, 9999999999999, 1)`,
      args: [orgId, newId("link"), granted, newId("link"), admin],
    }),
    ended: "revoked_at = 1",
  },
  domains: {
    column: "role",
    insert: (granted) => ({
      sql: `insert into domains (org_id, id, domain, challenge, role, created_at, updated_at)
        values (?, ?, 'example.com', '', ?, 1, 1)`,
      args: [orgId, newId("domain"), granted],
    }),
    ended: "role = null",
  },
  service_accounts: {
    column: "role",
    insert: (granted) => ({
      sql: `insert into service_accounts (org_id, id, name, role, created_at, updated_at)
        values (?, ?, 'CI', ?, 1, 1)`,
      args: [orgId, newId("serviceAccount"), granted],
    }),
  },
  admin_transfers: {
    column: "role_after",
    insert: (granted) => ({
      sql: `insert into admin_transfers (org_id, id, from_user_id, to_user_id, role_after, expires_at, created_at)
        values (?, ?, ?, ?, ?, 9999999999999, 1)`,
      args: [orgId, newId("transfer"), admin, other, granted],
    }),
    ended: "status = 'cancelled'",
  },
};

describe.each(Object.entries(GRANTS))(
  "a row of %s",
  (table, { column, insert, ended }) => {
    const update = (assignment: string, args: string[] = []) => ({
      sql: `update ${table} set ${assignment} where org_id = ?`,
      args: [...args, orgId],
    });
    const deleteRole = () => ({
      sql: "delete from roles where org_id = ? and id = ?",
      args: [orgId, role],
    });

    test("cannot be inserted with a role of another organization", () =>
      refused(insert(foreignRole), "ROLE_NOT_FOUND"));

    test("cannot be changed to a role of another organization", async () => {
      await run(insert(role));
      await refused(update(`${column} = ?`, [foreignRole]), "ROLE_NOT_FOUND");
    });

    test("keeps its role from being deleted", async () => {
      await run(insert(role));
      await refused(deleteRole(), "ROLE_IN_USE");
    });

    if (ended)
      test("keeps its role no longer once it grants nothing", async () => {
        await run(insert(role), update(ended));
        const [{ rowsAffected } = { rowsAffected: 0 }] =
          await run(deleteRole());
        expect(rowsAffected).toBe(1);
      });
  },
);

test("a role cannot be replaced, by its id or by its name", async () => {
  const replacing = ({ sql, args }: ReturnType<typeof addRole>) => ({
    sql: sql.replace("insert", "insert or replace"),
    args,
  });
  for (const statement of [
    addRole(orgId, role, "Writer"),
    addRole(orgId, newId("role"), "EDITOR"),
  ])
    await refused(replacing(statement), "roles.name_fold");
});

test("a role keeps its id and its organization", async () => {
  const { orgId: foreignOrg } = await addOrganization(db);
  for (const [column, value] of [
    ["id", newId("role")],
    ["org_id", foreignOrg],
  ] as const)
    await refused(
      {
        sql: `update roles set ${column} = ? where org_id = ? and id = ?`,
        args: [value, orgId, role],
      },
      "A role keeps its id and its organization.",
    );
});
