import { expect, test } from "bun:test";
import { keepTriggers } from "./keep-triggers.ts";

const rebuild =
  "CREATE TABLE `__new_members` (`id` text) STRICT;--> statement-breakpoint\nDROP TABLE `members`;--> statement-breakpoint\nALTER TABLE `__new_members` RENAME TO `members`;";
const lastAdmin = {
  name: "last_admin",
  sql: "CREATE TRIGGER last_admin BEFORE DELETE ON members BEGIN SELECT 1; END",
};
const elsewhere = {
  name: "append_only",
  sql: "CREATE TRIGGER append_only BEFORE DELETE ON audit BEGIN SELECT 1; END",
};

test("a trigger on a rebuilt table is dropped before and created after", () => {
  const statements = keepTriggers(rebuild, [lastAdmin, elsewhere]).split(
    "--> statement-breakpoint\n",
  );
  expect(statements.at(0)).toBe("DROP TRIGGER `last_admin`;");
  expect(statements.at(-1)).toBe(`${lastAdmin.sql};`);
  expect(statements.join()).not.toContain("append_only");
});

test("a migration without a rebuild stays as it is", () => {
  const plain = "ALTER TABLE `members` ADD `note` text;";
  expect(keepTriggers(plain, [lastAdmin])).toBe(plain);
});
