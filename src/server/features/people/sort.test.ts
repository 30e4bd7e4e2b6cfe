import { expect, test } from "bun:test";
import { newId } from "#shared/id";
import { memberships } from "#server/core/memberships/table";
import { users } from "#server/core/users/table";
import { insertStatement } from "#server/kernel/db/statement";
import { addOrganization } from "#testing/kit/database";
import { databaseSuite } from "#testing/kit/suite";

const db = databaseSuite();

/** Adds a member with the name, and returns the id of the user. */
async function addNamed(orgId: string, name: string): Promise<string> {
  const userId = newId("user");
  const email = `${userId}@example.com`;
  await db.client.batch(
    [
      insertStatement(users, { id: userId, email, name, createdAt: 1 }),
      insertStatement(memberships, {
        orgId,
        id: newId("membership"),
        userId,
        role: "member",
        joinedAt: 1,
      }),
    ],
    "write",
  );
  return userId;
}

async function sortNameOf(userId: string): Promise<unknown> {
  const { rows } = await db.client.execute({
    sql: `select sort_name from people join memberships using (org_id, id) where user_id = ?`,
    args: [userId],
  });
  return rows[0]?.sort_name;
}

test.each([
  ["Ada Lovelace", "ada lovelace"],
  ["Ömer Ünlü", "omer unlu"],
  ["O\u0308mer", "omer"],
  ["Élodie GRÜß", "elodie grus"],
  ["Łukasz Żak", "lukasz zak"],
  ["İpek Işık", "ipek isik"],
  ["Ørsted Ångström", "orsted angstrom"],
  ["山田 太郎", "山田 太郎"],
  ["Ирина", "Ирина"],
  ["👩‍🚀 Kim", "👩‍🚀 kim"],
  ["ä".repeat(100), "a".repeat(100)],
])("the name %p is sorted as %p", async (name, sorted) => {
  const { orgId } = await addOrganization(db);
  expect(await sortNameOf(await addNamed(orgId, name))).toBe(sorted);
});

test("a new name of a user is sorted anew in all their organizations", async () => {
  const { orgId, userId } = await addOrganization(db);
  const other = await addNamed(orgId, "Zoe");
  await db.client.execute({
    sql: "update users set name = 'Émile' where id = ?",
    args: [userId],
  });
  expect(await sortNameOf(userId)).toBe("emile");
  expect(await sortNameOf(other)).toBe("zoe");
});

test("a member who leaves is not in the list of people any more", async () => {
  const { orgId } = await addOrganization(db);
  const userId = await addNamed(orgId, "Zoe");
  await db.client.execute({
    sql: "delete from memberships where user_id = ?",
    args: [userId],
  });
  const { rows } = await db.client.execute({
    sql: "select count(*) as n from people where org_id = ?",
    args: [orgId],
  });
  expect(rows[0]?.n).toBe(1);
});
