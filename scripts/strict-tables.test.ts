import { expect, test } from "bun:test";
import { makeTablesStrict } from "./strict-tables.ts";

test("every created table becomes strict, also that of a rebuild", () => {
  const generated = [
    "CREATE TABLE `as` (\n\t`id` text PRIMARY KEY NOT NULL\n);\n",
    "\nCREATE TABLE `__new_bs` (`n` integer DEFAULT (1) NOT NULL);",
    "CREATE INDEX `i` ON `as` (`id`);",
  ].join("--> statement-breakpoint");
  expect(makeTablesStrict(generated)).toBe(
    [
      "CREATE TABLE `as` (\n\t`id` text PRIMARY KEY NOT NULL\n) STRICT;\n",
      "\nCREATE TABLE `__new_bs` (`n` integer DEFAULT (1) NOT NULL) STRICT;",
      "CREATE INDEX `i` ON `as` (`id`);",
    ].join("--> statement-breakpoint"),
  );
});

test("strict tables and other statements are not changed", () => {
  const written =
    "create table a (id text) strict;--> statement-breakpoint\ncreate view v as select 1;";
  expect(makeTablesStrict(written)).toBe(written);
});

test("a table with options after its columns is refused, and the error has its text", () => {
  const odd = "CREATE TABLE a (id text) WITHOUT ROWID;";
  expect(() => makeTablesStrict(odd)).toThrow(odd);
});
