import { describe, expect, test } from "bun:test";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { eq, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/libsql";
import { migrate } from "drizzle-orm/libsql/migrator";
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { useLocalClient, values } from "./test-client";

const here = useLocalClient();

describe("Drizzle", () => {
  const people = sqliteTable("people", {
    id: integer().primaryKey(),
    name: text().notNull(),
    isAdmin: integer({ mode: "boolean" }).notNull(),
    joinedAt: integer({ mode: "timestamp_ms" }).notNull(),
  });
  const ada = {
    id: 1,
    name: "Ada",
    isAdmin: true,
    joinedAt: new Date(1_700_000_000_000),
  };

  test("reads rows, runs batches and prepared queries, and commits a transaction", async () => {
    const db = drizzle(here.client);
    await db.run(
      sql`create table people (id integer primary key, name text, isAdmin integer, joinedAt integer) strict`,
    );
    const [inserted, found] = await db.batch([
      db.insert(people).values(ada).returning(),
      db.select().from(people),
    ]);
    expect([inserted, found]).toEqual([[ada], [ada]]);
    const byId = db
      .select()
      .from(people)
      .where(eq(people.id, sql.placeholder("id")))
      .prepare();
    expect(await byId.get({ id: 1 })).toEqual(ada);
    expect(await byId.get({ id: 2 })).toBeUndefined();
    expect(await db.all(sql`select id, name from people`)).toEqual([
      { id: 1, name: "Ada" },
    ]);
    await db.transaction((inner) => inner.delete(people));
    expect(await db.$count(people)).toBe(0);
  });

  test("rebuilds a table in a migration without losing the rows that refer to it", async () => {
    const migrationsFolder = join(here.folder, "migrations");
    const db = drizzle(here.client);
    await writeMigrations(migrationsFolder, [
      "create table a (id integer primary key, x text); --> statement-breakpoint\n create table b (a integer references a (id) on delete cascade)",
    ]);
    await migrate(db, { migrationsFolder });
    await here.client.batch(
      ["insert into a values (1, 'x')", "insert into b values (1)"],
      "write",
    );
    await writeMigrations(migrationsFolder, [
      "create table a (id integer primary key, x text); --> statement-breakpoint\n create table b (a integer references a (id) on delete cascade)",
      "create table new_a (id integer primary key, y text); --> statement-breakpoint\n insert into new_a select * from a; --> statement-breakpoint\n drop table a; --> statement-breakpoint\n alter table new_a rename to a",
    ]);
    await migrate(db, { migrationsFolder });
    expect(
      await values(here.client, "select y, b.a from a join b on b.a = a.id"),
    ).toEqual([["x", 1]]);
    expect(await values(here.client, "pragma foreign_keys")).toEqual([[1]]);
  });
});

async function writeMigrations(
  migrations: string,
  texts: string[],
): Promise<void> {
  mkdirSync(join(migrations, "meta"), { recursive: true });
  const entries = texts.map((_, idx) => ({
    idx,
    when: idx + 1,
    tag: `000${idx}`,
    breakpoints: true,
  }));
  await Bun.write(
    join(migrations, "meta", "_journal.json"),
    JSON.stringify({ entries }),
  );
  for (const [idx, statements] of texts.entries())
    await Bun.write(join(migrations, `000${idx}.sql`), statements);
}
