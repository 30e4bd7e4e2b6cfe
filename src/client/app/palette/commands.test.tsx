import { expect, test } from "bun:test";
import { wordsOf } from "#client/lib/matching.ts";
import { can, type Permission } from "#shared/permissions.ts";
import { commandsFor, commandWith } from "./commands.ts";
import { itemOfCommand, matchingItems } from "./items.ts";

const path = (page = "") => `/o/acme${page && `/${page}`}`;
const commandsOf = (role: string) =>
  commandsFor({
    can: (permission: Permission) => can(role, permission),
    path,
    slug: "acme",
  });
const labels = (commands: readonly { label: string }[]) =>
  commands.map(({ label }) => label);

test("a member is offered only permitted commands", () => {
  expect(labels(commandsOf("admin"))).toContain("Billing");
  expect(labels(commandsOf("admin"))).toContain("Invite people");
  expect(labels(commandsOf("admin"))).toContain("Export audit log as CSV");
  expect(labels(commandsOf("member"))).not.toContain("Billing");
  expect(labels(commandsOf("member"))).not.toContain("New role");
  expect(labels(commandsOf("member"))).toContain("Create API key");
  expect(labels(commandsOf("member"))).not.toContain("Create service account");
  expect(labels(commandsOf("viewer"))).not.toContain("Create API key");
  expect(labels(commandsOf("viewer"))).not.toContain("New project");
});

test("every shortcut and every id has one command", () => {
  const commands = commandsOf("admin");
  const shortcuts = commands.flatMap(({ shortcut }) => shortcut?.join() ?? []);
  expect(new Set(shortcuts).size).toBe(shortcuts.length);
  const ids = commands.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(commandWith(commands, ["g", "p"])?.href).toBe("/o/acme/projects");
  expect(commandWith(commands, ["n", "p"])?.label).toBe("New project");
  expect(commandWith(commandsOf("viewer"), ["n", "p"])).toBeUndefined();
});

test("a search matches every word, ignoring case and accents", () => {
  const people = ["Zoë Müller", "Zoe Smith"].map((label) => ({
    id: label,
    group: "People",
    label,
  }));
  const found = (typed: string) =>
    labels(matchingItems(people, wordsOf(typed)).named);
  expect(found("zoe")).toHaveLength(2);
  expect(found("MULL zo")).toEqual(["Zoë Müller"]);
  expect(found("nobody")).toEqual([]);
});

test("a search finds pages by other words", () => {
  const items = commandsOf("admin").map((command) =>
    itemOfCommand(command, "Pages"),
  );
  const found = (typed: string) => {
    const { named, others } = matchingItems(items, wordsOf(typed));
    return labels([...named, ...others]);
  };
  expect(found("2fa")).toContain("Two-factor authentication");
  expect(found("suspend")).toEqual(["People"]);
  expect(found("password")).toEqual(["Password"]);
});
