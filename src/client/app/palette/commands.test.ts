import { expect, test } from "bun:test";
import { can, type Permission } from "#shared/permissions.ts";
import { commandsFor, matchingCommands } from "./commands.ts";

const path = (page = "") => `/o/acme${page && `/${page}`}`;
const commandsOf = (role: string) =>
  commandsFor({
    can: (permission: Permission) => can(role, permission),
    path,
  });
const labels = (commands: { label: string }[]) =>
  commands.map(({ label }) => label);

test("a member is offered only permitted commands", () => {
  expect(labels(commandsOf("admin"))).toContain("Billing");
  expect(labels(commandsOf("admin"))).toContain("Invite people");
  expect(labels(commandsOf("member"))).not.toContain("Billing");
  expect(labels(commandsOf("member"))).toContain("Create API key");
  expect(labels(commandsOf("member"))).not.toContain("Create service account");
  expect(labels(commandsOf("viewer"))).not.toContain("Create API key");
  expect(labels(commandsOf("viewer"))).not.toContain("New project");
});

test("every shortcut key has one page", () => {
  const keys = commandsOf("admin").flatMap(({ key }) => key ?? []);
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys).toContain("p");
});

test("a search matches every word, ignoring case and accents", () => {
  const people = [
    { id: "1", group: "people", label: "Zoë Müller", href: "/" },
    { id: "2", group: "people", label: "Zoe Smith", href: "/" },
  ] as const;
  expect(labels(matchingCommands([...people], "zoe"))).toHaveLength(2);
  expect(labels(matchingCommands([...people], "MULL zo"))).toEqual([
    "Zoë Müller",
  ]);
  expect(matchingCommands([...people], "nobody")).toEqual([]);
});

test("a search finds pages by other words", () => {
  const found = (words: string) =>
    labels(matchingCommands(commandsOf("admin"), words));
  expect(found("2fa")).toContain("Two-factor authentication");
  expect(found("suspend")).toEqual(["People"]);
  expect(found("password")).toEqual(["Password"]);
});
