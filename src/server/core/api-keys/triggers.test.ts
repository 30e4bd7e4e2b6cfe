import { beforeEach, describe, expect, test } from "bun:test";
import type { InStatement } from "@libsql/client";
import { newId } from "#shared/id";
import { insertStatement } from "#server/kernel/db/statement";
import {
  addMember,
  addOrganization,
  addUser,
  expectRefused,
} from "#testing/kit/database";
import { databaseSuite } from "#testing/kit/suite";
import { serviceAccounts } from "#server/core/service-accounts/table";
import { apiKeys } from "./table";

const db = databaseSuite();
let orgId: string;
let userId: string;
beforeEach(async () => {
  ({ orgId } = await addOrganization(db));
  userId = newId("user");
  await run(addUser(userId), addMember(orgId, userId, "member"));
});

const run = (...statements: InStatement[]) =>
  db.client.batch(statements, "write");

function addKey(id: string, owner: Partial<typeof apiKeys.$inferInsert>) {
  return insertStatement(apiKeys, {
    orgId,
    id,
    name: "Deploy",
    scopes: ["project:read"],
    last4: "abcd",
    secretHash: "hash",
    createdAt: 1,
    ...owner,
  });
}

function addAccount(id: string, stewardId: string | null) {
  return insertStatement(serviceAccounts, {
    orgId,
    id,
    name: "CI",
    role: "member",
    stewardId,
    createdAt: 1,
    updatedAt: 1,
  });
}

const removeMember = (): InStatement => ({
  sql: "delete from memberships where org_id = ? and user_id = ?",
  args: [orgId, userId],
});

async function valueOf(table: string, column: string, id: string) {
  const { rows } = await db.client.execute({
    sql: `select ${column} as value from ${table} where id = ?`,
    args: [id],
  });
  return rows[0]?.value;
}

describe("a personal API key", () => {
  test("is revoked with the membership, and stays revoked when the user joins again", async () => {
    const id = newId("apiKey");
    await run(addKey(id, { userId }), removeMember());
    const revokedAt = await valueOf("api_keys", "revoked_at", id);
    expect(Number(revokedAt)).toBeGreaterThan(Date.now() - 60_000);
    await run(addMember(orgId, userId, "member"));
    expect(await valueOf("api_keys", "revoked_at", id)).toBe(revokedAt);
  });

  test("of another organization is not revoked", async () => {
    const id = newId("apiKey");
    const left = orgId;
    ({ orgId } = await addOrganization(db));
    await run(addMember(orgId, userId, "member"), addKey(id, { userId }), {
      sql: "delete from memberships where org_id = ? and user_id = ?",
      args: [left, userId],
    });
    expect(await valueOf("api_keys", "revoked_at", id)).toBeNull();
  });

  test("cannot belong to a user who is no member", async () => {
    await run(removeMember());
    await expectRefused(
      db,
      addKey(newId("apiKey"), { userId }),
      "ORGANIZATION_NOT_FOUND",
    );
  });
});

describe("an API key", () => {
  const update = (assignment: string, id: string): InStatement => ({
    sql: `update api_keys set ${assignment} where id = ?`,
    args: [id],
  });

  test("has exactly one owner", async () => {
    const account = newId("serviceAccount");
    await run(addAccount(account, null));
    for (const owner of [{}, { userId, serviceAccountId: account }])
      await expectRefused(
        db,
        addKey(newId("apiKey"), owner),
        "api_keys_one_owner",
      );
  });

  test("stays revoked", async () => {
    const id = newId("apiKey");
    await run(addKey(id, { userId, revokedAt: 5 }));
    for (const assignment of ["revoked_at = null", "revoked_at = 6"])
      await expectRefused(
        db,
        update(assignment, id),
        "An API key stays revoked.",
      );
  });

  test("keeps its id, its organization and its owner", async () => {
    const id = newId("apiKey");
    const other = newId("user");
    await run(
      addKey(id, { userId }),
      addUser(other),
      addMember(orgId, other, "member"),
    );
    for (const assignment of [
      `user_id = '${other}'`,
      `id = '${newId("apiKey")}'`,
      `org_id = '${(await addOrganization(db)).orgId}'`,
    ])
      await expectRefused(
        db,
        update(assignment, id),
        "An API key keeps its id, its organization and its owner.",
      );
  });

  test("cannot replace another key", async () => {
    const id = newId("apiKey");
    await run(addKey(id, { userId }));
    const { sql, args } = addKey(id, { userId, secretHash: "other" });
    await expectRefused(
      db,
      { sql: sql.replace("insert", "insert or replace"), args },
      "UNIQUE constraint failed: api_keys.id",
    );
  });

  test("is deleted with its service account", async () => {
    const id = newId("apiKey");
    const account = newId("serviceAccount");
    await run(
      addAccount(account, null),
      addKey(id, { serviceAccountId: account }),
      {
        sql: "delete from service_accounts where org_id = ? and id = ?",
        args: [orgId, account],
      },
    );
    expect(await valueOf("api_keys", "id", id)).toBeUndefined();
  });
});

describe("the steward of a service account", () => {
  test("is removed when the member leaves", async () => {
    const id = newId("serviceAccount");
    await run(addAccount(id, userId), removeMember());
    expect(await valueOf("service_accounts", "steward_id", id)).toBeNull();
    expect(await valueOf("service_accounts", "role", id)).toBe("member");
  });

  test("is a member of the organization", async () => {
    const { userId: stranger } = await addOrganization(db);
    const id = newId("serviceAccount");
    await expectRefused(db, addAccount(id, stranger), "STEWARD_NOT_MEMBER");
    await run(addAccount(id, null));
    await expectRefused(
      db,
      {
        sql: "update service_accounts set steward_id = ? where id = ?",
        args: [stranger, id],
      },
      "STEWARD_NOT_MEMBER",
    );
  });
});
