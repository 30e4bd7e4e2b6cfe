import { expect, test } from "bun:test";
import { can, type Permission } from "#shared/permissions.ts";
import { setupSteps } from "./setup-steps.ts";

const path = (page: string) => `/o/acme/${page}`;
const stepsOf = (role: string) =>
  setupSteps(
    { hasProjects: false, hasInvited: true, hasOpenedLog: false },
    (permission: Permission) => can(role, permission),
    path,
  ).map(({ title, isDone }) => [title, isDone]);

test("an admin sees all steps and which are done", () => {
  expect(stepsOf("admin")).toEqual([
    ["Create a project", false],
    ["Invite your team", true],
    ["Explore the audit log", false],
  ]);
});

test("members and viewers see only the steps they have permissions for", () => {
  expect(stepsOf("member")).toEqual([["Create a project", false]]);
  expect(stepsOf("viewer")).toEqual([]);
});
