import { expect, test } from "bun:test";
import { createClient, type Client } from "@libsql/client";
import { asc, desc, eq, gt, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/libsql/sqlite3";
import {
  blob,
  integer,
  real,
  sqliteTable,
  text,
} from "drizzle-orm/sqlite-core";
import { tapClient } from "#testing/kit/tap-client";
import { createLocalClient } from "./local/client";
import { defineCondition, defineRead, prepareRead } from "./prepared-read";
import type { Statement } from "./statement";

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

test.each(clients)(
  "texts, numbers and lists stay as they are in a JSON page, with %s",
  async (_, open) => {
    const client = open();
    const db = await withThings(client);
    const names = ["\ud800", '"\\/', "\u2028\n\t", "[1]", "null", "ü€😀"];
    await db.insert(things).values(
      names.map((name, index) => ({
        id: 100 + index,
        name,
        isNew: true,
        seenAt: new Date(-1),
        tags: [name],
      })),
    );
    await db.insert(things).values({ id: Number.MAX_SAFE_INTEGER });
    const { id, name, isNew, seenAt, tags } = things;
    const wrapped = sql`json_array(${name})`.mapWith(String);
    const isNamed = sql<boolean>`${name} is not null`.mapWith(Boolean);
    const columns = { id, name, isNew, seenAt, tags, wrapped, isNamed };
    const newest = db.select(columns).from(things).orderBy(desc(id));
    const statements: string[] = [];
    const tapped = tapClient(client, {
      before: (texts) => void statements.push(...texts),
    });
    for (const select of [
      newest,
      db.select(columns).from(things).orderBy(desc(id)).limit(3),
    ])
      expect(await prepareRead(tapped, select).all()).toEqual(await select);
    expect(statements.every((one) => one.includes("json_group_array"))).toBe(
      true,
    );
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

test("a read and a condition that are defined once use the values of each call", async () => {
  const client = createLocalClient({ path: ":memory:" });
  const db = { drizzle: await withThings(client) };
  const named = defineRead<{ name: string }>()((of, value) =>
    of
      .select({ id: things.id })
      .from(things)
      .where(eq(things.name, value("name"))),
  );
  expect(await named.get(db, { name: "three" })).toEqual({ id: 3 });
  expect(await named.all(db, { name: "" })).toEqual([{ id: 2 }]);
  const isNewer = defineCondition<{ than: number; isNew: boolean }>(
    (value) =>
      sql`exists (select 1 from things where id > ${value("than")} and ${eq(things.isNew, value("isNew"))})`,
  );
  const holds = async (condition: Statement) => {
    const { rows } = await client.execute({
      sql: `select (${condition.sql})`,
      args: condition.args,
    });
    return rows[0]?.[0];
  };
  expect(await holds(isNewer({ than: 1, isNew: true }))).toBe(1);
  expect(await holds(isNewer({ than: 2, isNew: true }))).toBe(0);
  expect(await holds(isNewer({ than: 2, isNew: false }))).toBe(1);
  client.close();
});
