import { beforeAll, expect, test } from "bun:test";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { databaseSuite } from "#testing/kit/suite";
import { tableNames } from "#testing/kit/snapshot";
import { invariantsPage } from "./invariants-page";
import { type Invariant, normalized, readInvariants } from "./invariants";
import { root } from "./run";

/** The layers, in order: a folder may only name tables of its own layer and of earlier layers. */
const LAYERS = ["kernel", "core", "features"];

const db = databaseSuite();
let invariants: Invariant[];
beforeAll(async () => {
  invariants = await readInvariants();
});

test("a migrated database has exactly the triggers and views of the files", async () => {
  const { rows } = await db.client.execute(
    "select name, sql from sqlite_master where type in ('trigger', 'view') order by name",
  );
  const stored = rows.map(({ name, sql }) => [name, normalized(String(sql))]);
  const stated = invariants
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .map(({ name, sql }) => [name, normalized(sql)]);
  expect(stored).toEqual(stated);
});

test("every trigger and view has its reason above it, and a test that exists", () => {
  const wrong = invariants.filter(
    ({ rule, test: path }) =>
      !rule.endsWith(".") || !existsSync(join(root, path)),
  );
  expect(wrong.map(({ name }) => name)).toEqual([]);
});

test("an invariant names no table of a later layer", async () => {
  const layers = await layersOfTables();
  expect((await tableNames(db)).toSorted()).toEqual(
    [...layers.keys()].toSorted(),
  );
  const wrong = invariants.flatMap(({ name, file, sql }) =>
    [...layers]
      .filter(([, layer]) => layer > layerOf(file))
      .filter(([table]) => new RegExp(`\\b${table}\\b`).test(sql))
      .map(([table]) => `${name} names ${table}`),
  );
  expect(wrong).toEqual([]);
});

test("a statement of the kernel names no table of a later layer", async () => {
  const layers = await layersOfTables();
  const files = [...new Bun.Glob("src/server/kernel/**/*.ts").scanSync(root)];
  const wrong = files
    .filter((file) => !file.endsWith(".test.ts"))
    .map(async (file) => {
      const text = await Bun.file(join(root, file)).text();
      const named = text.matchAll(/\b(?:from|into|update|join) "?(\w+)/gi);
      return [...named]
        .filter(([, table = ""]) => (layers.get(table) ?? 0) > 0)
        .map(([statement]) => `${file}: ${statement}`);
    });
  expect((await Promise.all(wrong)).flat()).toEqual([]);
});

test("docs/invariants.md is up to date: `bun run docs:invariants` generates it", async () => {
  const page = Bun.file(join(root, "docs/invariants.md"));
  expect(await page.text()).toBe(await invariantsPage());
});

async function layersOfTables(): Promise<Map<string, number>> {
  const files = [...new Bun.Glob("src/server/**/*table.ts").scanSync(root)];
  const found = files.map(async (file) => {
    const text = await Bun.file(join(root, file)).text();
    const names = text.matchAll(/\b(?:sqliteTable|tenantTable)\(\s*"(\w+)"/g);
    return [...names].map(([, name = ""]): [string, number] => [
      name,
      layerOf(file),
    ]);
  });
  return new Map((await Promise.all(found)).flat());
}

function layerOf(file: string): number {
  return LAYERS.indexOf(file.split("/")[2] ?? "");
}
