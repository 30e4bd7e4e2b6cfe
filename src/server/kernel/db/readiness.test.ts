import {
  afterEach,
  beforeEach,
  expect,
  type Mock,
  spyOn,
  test,
} from "bun:test";
import type { Client } from "@libsql/client";
import { openTestDatabase, type TestDatabase } from "#testing/kit/database";
import { migrationsFolder } from "#server/kernel/assets";
import { createReadiness } from "./readiness";

let database: TestDatabase;
let asked: Mock<Client["execute"]>;
let isReady: () => Promise<boolean>;
beforeEach(async () => {
  database = await openTestDatabase();
  asked = spyOn(database.db.client, "execute");
  isReady = createReadiness(database.db, migrationsFolder);
});
afterEach(() => database.stop());

const fail = () => Promise.reject(new Error("The database is unavailable."));

test("the schema is compared once, and the database is queried each time", async () => {
  expect(await isReady()).toBe(true);
  asked.mockClear();
  for (let time = 0; time < 3; time++) expect(await isReady()).toBe(true);
  expect(asked.mock.calls.map(String)).toEqual(
    Array.from({ length: 3 }, () => "select 1"),
  );
});

test("a hundred concurrent callers share two checks", async () => {
  await isReady();
  asked.mockClear();
  const answers = await Promise.all(Array.from({ length: 100 }, isReady));
  expect(answers).toEqual(answers.map(() => true));
  expect(asked).toHaveBeenCalledTimes(2);
});

test("a server is not ready while the database fails, and ready again afterwards", async () => {
  expect(await isReady()).toBe(true);
  asked.mockImplementation(fail);
  expect(await isReady()).toBe(false);
  asked.mockRestore();
  expect(await isReady()).toBe(true);
});

test("a server is not ready while the database does not respond", async () => {
  const isReadySoon = createReadiness(database.db, migrationsFolder, 20);
  expect(await isReadySoon()).toBe(true);
  const silence = Promise.withResolvers<never>();
  asked.mockImplementation(() => silence.promise);
  expect(await isReadySoon()).toBe(false);
  asked.mockRestore();
  silence.reject(new Error("The database is back."));
  expect(await isReadySoon()).toBe(true);
});

test("a schema that differs is compared again", async () => {
  const { client } = database.db;
  const hash = "select hash, created_at from __drizzle_migrations";
  const { rows } = await client.execute(`${hash} order by created_at desc`);
  const [last] = rows;
  if (!last) throw new Error("There are no migrations.");
  await client.execute(
    "delete from __drizzle_migrations where created_at = (select max(created_at) from __drizzle_migrations)",
  );
  expect(await isReady()).toBe(false);
  await client.execute({
    sql: "insert into __drizzle_migrations (hash, created_at) values (?, ?)",
    args: [String(last.hash), Number(last.created_at)],
  });
  expect(await isReady()).toBe(true);
});
