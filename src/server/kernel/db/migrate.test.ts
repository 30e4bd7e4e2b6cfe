import { afterEach, beforeEach, expect, test } from "bun:test";
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { snapshot, tableNames } from "#testing/kit/snapshot";
import { temporaryFolder } from "#testing/kit/temporary";
import { migrationsFolder } from "#server/kernel/assets";
import { type Database, openDatabase } from "./client";
import { isMigrated, migrateDatabase, MigrationMismatch } from "./migrate";

interface Journal {
  entries: { idx: number; when: number; tag: string }[];
}

let folder: ReturnType<typeof temporaryFolder>;
let shipped: string;
let db: Database;
beforeEach(async () => {
  folder = temporaryFolder();
  shipped = join(folder.path, "drizzle");
  cpSync(migrationsFolder, shipped, { recursive: true });
  db = await openDatabase({ url: `file:${join(folder.path, "test.db")}` });
});
afterEach(() => {
  db.close();
  folder.remove();
});

const migrate = () => migrateDatabase(db, shipped);
const journalPath = () => join(shipped, "meta/_journal.json");
const journal = () =>
  JSON.parse(readFileSync(journalPath(), "utf8")) as Journal;
const tags = () => journal().entries.map(({ tag }) => tag);

function changeEntries(
  change: (entries: Journal["entries"]) => Journal["entries"],
) {
  const known = journal();
  const entries = change(known.entries);
  writeFileSync(journalPath(), JSON.stringify({ ...known, entries }));
}

function addMigration(tag: string, sql: string): void {
  writeFileSync(join(shipped, `${tag}.sql`), sql);
  changeEntries((entries) => {
    const last = entries.at(-1);
    const next = { ...last, idx: entries.length, when: (last?.when ?? 0) + 1 };
    return [...entries, { ...next, tag }];
  });
}

async function expectMismatch(): Promise<void> {
  const before = await snapshot(db);
  await expect(migrate()).rejects.toBeInstanceOf(MigrationMismatch);
  expect(await snapshot(db)).toEqual(before);
}

test("the first run applies every migration, the second none", async () => {
  expect(await isMigrated(db, shipped)).toBe(false);
  expect(await migrate()).toBe(tags().length);
  expect(await migrate()).toBe(0);
  expect(await isMigrated(db, shipped)).toBe(true);
});

test("a new migration is applied to an existing database", async () => {
  await migrate();
  addMigration("9000_more", "create table more (id text primary key) strict;");
  expect(await isMigrated(db, shipped)).toBe(false);
  expect(await migrate()).toBe(1);
  expect(await tableNames(db)).toContain("more");
});

test("a migration that was edited after it was applied is refused", async () => {
  await migrate();
  const [first] = tags();
  const path = join(shipped, `${first}.sql`);
  writeFileSync(path, `${readFileSync(path, "utf8")}\n-- edited`);
  addMigration("9000_more", "create table more (id text primary key) strict;");
  await expectMismatch();
});

test("a database with a migration that is not shipped any more is refused", async () => {
  await migrate();
  changeEntries(([first, , ...rest]) => (first ? [first, ...rest] : rest));
  await expectMismatch();
});

test("a database of a newer version is refused", async () => {
  await migrate();
  changeEntries((entries) => entries.slice(0, -1));
  await expectMismatch();
});

test("a missing file that the journal names is an error", async () => {
  await migrate();
  rmSync(join(shipped, `${tags()[0]}.sql`));
  await expect(migrate()).rejects.toThrow(String(tags()[0]));
});

test("a failed migration changes nothing", async () => {
  await migrate();
  const before = await tableNames(db);
  addMigration(
    "9000_broken",
    "create table half (id text primary key) strict;\n--> statement-breakpoint\ncreate table projects (id text);",
  );
  await expect(migrate()).rejects.toThrow("projects");
  expect(await tableNames(db)).toEqual(before);
  expect(await isMigrated(db, shipped)).toBe(false);
});
