import { describe, expect, test } from "bun:test";
import {
  BUILT_IN_ROLES,
  PERMISSIONS,
  type Permission,
} from "#shared/permissions.ts";
import { type Level, levelOf, levelsOf, withLevel } from "./levels.ts";
import {
  PERMISSION_GROUPS,
  type PermissionGroup,
} from "./permission-labels.ts";

const everything = () => true;

function groupOf(resource: string): PermissionGroup {
  const found = PERMISSION_GROUPS.find((group) => group.resource === resource);
  if (!found) throw new Error(`There is no resource ${resource}.`);
  return found;
}

function levelsIn(permissions: readonly Permission[]) {
  return Object.fromEntries(
    PERMISSION_GROUPS.map((group) => [
      group.resource,
      levelOf(group, permissions),
    ]),
  );
}

describe("the level of a resource", () => {
  test("of an admin is the highest one everywhere", () => {
    for (const group of PERMISSION_GROUPS)
      expect(levelOf(group, PERMISSIONS)).toBe(
        levelsOf(group).at(-1) ?? "none",
      );
  });

  test("of a member and of a viewer says what they can do", () => {
    expect(levelsIn(BUILT_IN_ROLES.member.grants)).toMatchObject({
      organization: "view",
      member: "view",
      project: "custom",
      billing: "none",
      apiKey: "custom",
    });
    expect(levelsIn(BUILT_IN_ROLES.viewer.grants)).toMatchObject({
      project: "view",
      apiKey: "none",
      role: "view",
    });
  });

  test("does not depend on the permission to leave", () => {
    expect(levelOf(groupOf("member"), ["member:leave"])).toBe("none");
  });
});

test("resources offer the levels that they can have", () => {
  const offered = (resource: string) => levelsOf(groupOf(resource));
  expect(offered("audit")).toEqual(["none", "view"]);
  expect(offered("billing")).toEqual(["none", "view", "manage"]);
  expect(offered("project")).toEqual(["none", "view", "custom", "manage"]);
  expect(offered("apiKey")).toEqual(["none", "custom", "manage"]);
});

describe("another level", () => {
  test.each(PERMISSION_GROUPS)(
    "of $resource is the level afterwards",
    (group) => {
      for (const level of levelsOf(group)) {
        if (level === "custom") continue;
        const { permissions, problem } = withLevel(
          group,
          [],
          level,
          everything,
        );
        expect(problem).toBeUndefined();
        expect<Level>(levelOf(group, permissions)).toBe(level);
      }
    },
  );

  test("keeps the permission to leave, and those of other resources", () => {
    const before: Permission[] = ["member:read", "member:leave", "audit:read"];
    const { permissions } = withLevel(
      groupOf("member"),
      before,
      "none",
      everything,
    );
    expect(permissions).toEqual(["member:leave", "audit:read"]);
  });

  test("adds what the permissions of another resource need", () => {
    const { permissions } = withLevel(
      groupOf("invitation"),
      [],
      "view",
      everything,
    );
    expect(permissions).toEqual(["member:read", "invitation:read"]);
  });

  test("is not possible if a kept permission needs more", () => {
    const before: Permission[] = ["member:read", "invitation:read"];
    const { problem } = withLevel(
      groupOf("member"),
      before,
      "none",
      everything,
    );
    expect(problem).toEqual({ requiredBy: ["invitation:read"] });
  });

  test("is not possible if the user does not hold what it adds", () => {
    const can = (permission: Permission) => permission !== "billing:read";
    const { problem } = withLevel(groupOf("billing"), [], "manage", can);
    expect(problem).toEqual({ notHeld: ["billing:read"] });
  });
});
