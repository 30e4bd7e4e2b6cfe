import { expect, test } from "bun:test";
import { copyInvariants } from "./copy-invariants";

const breakpoint = "\n--> statement-breakpoint\n";
const rebuild = [
  "CREATE TABLE `__new_members` (`id` text) STRICT;",
  "DROP TABLE `members`;",
  "ALTER TABLE `__new_members` RENAME TO `members`;",
].join(breakpoint);
const lastAdmin = trigger("last_admin", "members");
const appendOnly = trigger("append_only", "audit");

function trigger(name: string, table: string) {
  return {
    name,
    sql: `create trigger ${name} before delete on ${table} begin select 1; end`,
  };
}

const copied = (...args: Parameters<typeof copyInvariants>) =>
  copyInvariants(...args)
    .trimEnd()
    .split(breakpoint);

test("a trigger on a rebuilt table is dropped before the rebuild and created after it", () => {
  const both = [lastAdmin, appendOnly];
  expect(copied(rebuild, both, both)).toEqual([
    "drop trigger last_admin;",
    ...rebuild.split(breakpoint),
    `${lastAdmin.sql};`,
  ]);
});

test("a changed trigger is dropped and created, a new one created, a removed one dropped", () => {
  const changed = trigger("last_admin", "users");
  const added = trigger("added", "audit");
  const removed = trigger("removed", "audit");
  expect(
    copied(
      "select 1;",
      [lastAdmin, removed, appendOnly],
      [changed, appendOnly, added],
    ),
  ).toEqual([
    "drop trigger last_admin;",
    "drop trigger removed;",
    "select 1;",
    `${changed.sql};`,
    `${added.sql};`,
  ]);
});

test("the triggers of a changed view are dropped before the view", () => {
  const view = { name: "guard", sql: "create view guard (ok) as select 1" };
  const holds = trigger("guard_holds", "guard");
  expect(copied("", [view, holds], [])).toEqual([
    "drop trigger guard_holds;",
    "drop view guard;",
  ]);
});

test("a migration that touches no invariant is left unchanged", () => {
  const plain = "ALTER TABLE `members` ADD `note` text;";
  const stored = {
    ...lastAdmin,
    sql: lastAdmin.sql.replace("create", "CREATE"),
  };
  expect(copyInvariants(plain, [stored], [lastAdmin])).toBe(plain);
});
