import { expect, test } from "bun:test";
import { can, type Permission } from "#shared/permissions.ts";
import { firstSteps } from "./steps.ts";

const path = (page: string) => `/o/acme/${page}`;
const stepsOf = (role: string) =>
  firstSteps(
    { hasProjects: false, hasInvited: true, hasSeenLog: false },
    (permission: Permission) => can(role, permission),
    path,
  ).map(({ title, isDone }) => [title, isDone]);

test("an admin sees every step, with what is done", () => {
  expect(stepsOf("admin")).toEqual([
    ["Create a project", false],
    ["Invite somebody", true],
    ["Look at the audit log", false],
  ]);
});

test("nobody is shown a step that would be refused", () => {
  expect(stepsOf("member")).toEqual([["Create a project", false]]);
  expect(stepsOf("viewer")).toEqual([]);
});
