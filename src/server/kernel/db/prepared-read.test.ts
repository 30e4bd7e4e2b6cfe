import { expect, test } from "bun:test";
import { createClient, type Client } from "@libsql/client";
import { asc, eq, gt, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/libsql/sqlite3";
import {
  blob,
  integer,
  real,
  sqliteTable,
  text,
} from "drizzle-orm/sqlite-core";
import { createLocalClient } from "./local/client";
import { prepareRead } from "./prepared-read";

const things = sqliteTable("things", {
  id: integer("id").primaryKey(),
  name: text("name"),
  size: real("size"),
  isNew: integer("is_new", { mode: "boolean" }),
  seenAt: integer("seen_at", { mode: "timestamp_ms" }),
  tags: text("tags", { mode: "json" }).$type<string[]>(),
  picture: blob("picture", { mode: "buffer" }),
});

async function withThings(client: Client) {
  const db = drizzle({ client });
  await client.execute(
    "create table things (id integer primary key, name text, size real, is_new integer, seen_at integer, tags text, picture blob) strict",
  );
  await db.insert(things).values([
    { id: 1, name: "ü€😀" },
    {
      id: 2,
      name: "",
      size: 1.5,
      isNew: true,
      seenAt: new Date(1e12),
      tags: ["a"],
      picture: Buffer.from([1, 2]),
    },
    { id: 3, name: "three", size: -2, isNew: false, tags: [] },
  ]);
  return db;
}

const clients: [string, () => Client][] = [
  ["the local client", () => createLocalClient({ path: ":memory:" })],
  ["@libsql/client", () => createClient({ url: ":memory:" })],
];

test.each(clients)(
  "a query returns the rows of Drizzle, with %s",
  async (_, open) => {
    const client = open();
    const db = await withThings(client);
    const all = db
      .select()
      .from(things)
      .where(gt(things.id, sql.placeholder("after")))
      .orderBy(asc(things.id))
      .limit(sql.placeholder("limit"));
    const page = { after: 1, limit: 5 };
    expect(await prepareRead(client, all).all(page)).toEqual(
      await all.prepare().all(page),
    );
    const one = db
      .select({
        isNew: things.isNew,
        upper: sql<string>`upper(${things.name})`,
        length: sql<number>`length(${things.name})`.mapWith(String),
        twice: sql<number>`${things.size} * 2`.as("twice"),
      })
      .from(things)
      .where(eq(things.isNew, sql.placeholder("isNew")));
    const read = prepareRead(client, one);
    for (const isNew of [true, false])
      expect(await read.get({ isNew })).toEqual(
        await one.prepare().get({ isNew }),
      );
    expect(await read.get({ isNew: null })).toBeUndefined();
    client.close();
  },
);

test("a query without a value for a placeholder is refused", async () => {
  const client = createLocalClient({ path: ":memory:" });
  const db = await withThings(client);
  const read = prepareRead(
    client,
    db
      .select()
      .from(things)
      .where(eq(things.id, sql.placeholder("id"))),
  );
  await expect(read.all({ other: 1 })).rejects.toThrow(
    "The placeholder id has no value.",
  );
  client.close();
});

test("a query with nested objects is refused", async () => {
  const client = createLocalClient({ path: ":memory:" });
  const db = await withThings(client);
  const nested = db.select({ thing: things }).from(things);
  expect(() => prepareRead(client, nested)).toThrow("The field thing");
  client.close();
});
