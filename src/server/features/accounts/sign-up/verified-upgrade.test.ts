import { expect, test } from "bun:test";
import { openDatabaseBefore } from "#testing/kit/migrations";

test("the migration marks addresses of users created only through GitHub as unverified", async () => {
  const { db, upgrade, remove } =
    await openDatabaseBefore("verified_addresses");
  const user = (id: string, at: number) =>
    `insert into users (id, email, name, created_at) values ('${id}', '${id}@example.com', 'Ana', ${at})`;
  const identity = (userId: string, provider: string, at: number) =>
    `insert into identities (id, user_id, provider, subject, label, created_at) values ('idn_${userId}', '${userId}', '${provider}', '${userId}', 'ana', ${at})`;
  await db.client.batch(
    [
      user("password", 1),
      user("github", 2),
      identity("github", "github", 2),
      user("connected", 3),
      identity("connected", "github", 9),
      user("google", 4),
      identity("google", "google", 4),
    ],
    "write",
  );
  await upgrade();
  const { rows } = await db.client.execute(
    "select id, email_verified_at from users order by created_at",
  );
  expect(rows.map((row) => [row.id, row.email_verified_at])).toEqual([
    ["password", 1],
    ["github", null],
    ["connected", 3],
    ["google", 4],
  ]);
  remove();
});
