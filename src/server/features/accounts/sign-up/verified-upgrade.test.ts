import { afterEach, beforeEach, expect, test } from "bun:test";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "#testing/kit/temporary";
import { migrationsFolder } from "#server/kernel/assets";
import { type Database, openDatabase } from "#server/kernel/db/client";
import { migrateDatabase } from "#server/kernel/db/migrate";

let folder: ReturnType<typeof temporaryFolder>;
let db: Database;
beforeEach(async () => {
  folder = temporaryFolder();
  db = await openDatabase({ url: `file:${join(folder.path, "test.db")}` });
});
afterEach(() => {
  db.close();
  folder.remove();
});

/** The migrations that come before the one with the name. */
function migrationsBefore(name: string): string {
  const copy = join(folder.path, "drizzle");
  cpSync(migrationsFolder, copy, { recursive: true });
  const path = join(copy, "meta/_journal.json");
  const journal = JSON.parse(readFileSync(path, "utf8")) as {
    entries: { tag: string }[];
  };
  const end = journal.entries.findIndex(({ tag }) => tag.endsWith(name));
  const entries = journal.entries.slice(0, end);
  writeFileSync(path, JSON.stringify({ ...journal, entries }));
  return copy;
}

test("after the upgrade, users who were created through GitHub alone have to confirm their address", async () => {
  await migrateDatabase(db, migrationsBefore("_verified_addresses"));
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
  await migrateDatabase(db, migrationsFolder);
  const { rows } = await db.client.execute(
    "select id, email_verified_at from users order by created_at",
  );
  expect(rows.map((row) => [row.id, row.email_verified_at])).toEqual([
    ["password", 1],
    ["github", null],
    ["connected", 3],
    ["google", 4],
  ]);
});
