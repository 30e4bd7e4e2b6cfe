import { describe, expect, test } from "bun:test";
import type { InStatement } from "@libsql/client";
import { newId } from "#shared/id";
import { addMember, addOrganization, addUser } from "#testing/kit/database";
import { databaseSuite } from "#testing/kit/suite";

const db = databaseSuite();

const run = (...statements: InStatement[]) =>
  db.client.batch(statements, "write");

/**
 * Adds an organization with two admins and an admin transfer from one of them to a member, and a second organization with
 * one admin.
 */
async function offered() {
  const { orgId, userId: sender } = await addOrganization(db);
  const other = await addOrganization(db);
  const recipient = newId("user");
  const deputy = newId("user");
  await run(
    addUser(recipient),
    addUser(deputy),
    addMember(orgId, recipient, "member"),
    addMember(orgId, deputy, "admin"),
    {
      sql: `insert into admin_transfers (org_id, id, from_user_id, to_user_id, role_after, expires_at, created_at)
        values (?, ?, ?, ?, 'viewer', 9999999999999, 1)`,
      args: [orgId, newId("transfer"), sender, recipient],
    },
  );
  return { orgId, sender, recipient, deputy, other };
}

type Offered = Awaited<ReturnType<typeof offered>>;

async function statusesOf({ orgId }: Offered) {
  const { rows } = await db.client.execute({
    sql: "select status from admin_transfers where org_id = ?",
    args: [orgId],
  });
  return rows.map(({ status }) => String(status));
}

const setRole = (orgId: string, userId: string, role: string) => ({
  sql: "update memberships set role = ? where org_id = ? and user_id = ?",
  args: [role, orgId, userId],
});
const remove = (orgId: string, userId: string) => ({
  sql: "delete from memberships where org_id = ? and user_id = ?",
  args: [orgId, userId],
});
const replace = (orgId: string, userId: string, role: string) => ({
  sql: "insert or replace into memberships (org_id, id, user_id, role, joined_at) values (?, ?, ?, ?, 1)",
  args: [orgId, newId("membership"), userId, role],
});

describe("the database cancels a pending transfer when", () => {
  const events: [string, (now: Offered) => InStatement[]][] = [
    [
      "its recipient is removed and added again",
      ({ orgId, recipient }) => [
        remove(orgId, recipient),
        addMember(orgId, recipient, "member"),
      ],
    ],
    [
      "its sender is removed and added again",
      ({ orgId, sender }) => [
        remove(orgId, sender),
        addMember(orgId, sender, "admin"),
      ],
    ],
    [
      "its sender is demoted and made an admin again",
      ({ orgId, sender }) => [
        setRole(orgId, sender, "member"),
        setRole(orgId, sender, "admin"),
      ],
    ],
    [
      "its recipient is made an admin and demoted",
      ({ orgId, recipient }) => [
        setRole(orgId, recipient, "admin"),
        setRole(orgId, recipient, "member"),
      ],
    ],
    [
      "its sender is replaced by a viewer and made an admin again",
      ({ orgId, sender }) => [
        replace(orgId, sender, "viewer"),
        setRole(orgId, sender, "admin"),
      ],
    ],
  ];
  test.each(events)("%s", async (_, statements) => {
    const here = await offered();
    await run(...statements(here));
    expect(await statusesOf(here)).toEqual(["cancelled"]);
  });
});

test("a membership cannot be moved to another organization", async () => {
  const { orgId, recipient, other } = await offered();
  const moved = run({
    sql: "update memberships set org_id = ? where org_id = ? and user_id = ?",
    args: [other.orgId, orgId, recipient],
  });
  expect(moved).rejects.toThrow("FOREIGN KEY constraint failed");
});

test("a transfer is deleted with the account of its recipient or its sender", async () => {
  for (const party of ["recipient", "sender"] as const) {
    const here = await offered();
    await run({ sql: "delete from users where id = ?", args: [here[party]] });
    expect(await statusesOf(here)).toEqual([]);
  }
});

test("a transfer is kept when a party is suspended, and when other members or organizations change", async () => {
  const here = await offered();
  const { orgId, sender, recipient, deputy, other } = here;
  const suspension = [1, null].flatMap((at) =>
    [sender, recipient].map((userId) => ({
      sql: "update memberships set suspended_at = ? where org_id = ? and user_id = ?",
      args: [at, orgId, userId],
    })),
  );
  await run(
    ...suspension,
    setRole(orgId, deputy, "viewer"),
    remove(orgId, deputy),
    setRole(orgId, recipient, "viewer"),
    addMember(other.orgId, recipient, "admin"),
    remove(other.orgId, recipient),
  );
  expect(await statusesOf(here)).toEqual(["pending"]);
});
