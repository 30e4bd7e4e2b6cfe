import { describe, expect, test } from "bun:test";
import {
  BUILT_IN_ROLES,
  needing,
  type Permission,
  PERMISSIONS,
  ROLES,
  withNeeded,
} from "./permissions";

describe("what a right needs to work", () => {
  test.each(PERMISSIONS.filter((one) => one.endsWith(":manage")))(
    "%s comes with the right to see",
    (manage) => {
      const read = manage.replace(/:manage$/, ":read") as Permission;
      expect([...withNeeded([manage])]).toContain(read);
    },
  );

  test("the right to invite comes with seeing invitations, and the page of members where they are", () => {
    expect([...withNeeded(["invitation:create"])]).toEqual([
      "invitation:create",
      "invitation:read",
      "member:read",
    ]);
  });

  test("the right to leave needs nothing, and the right to see nothing but its page", () => {
    for (const alone of ["member:leave", "billing:read", "audit:read"] as const)
      expect([...withNeeded([alone])]).toEqual([alone]);
  });

  test("every built-in role has what its rights need", () => {
    for (const role of ROLES) {
      const { grants } = BUILT_IN_ROLES[role];
      expect(withNeeded(grants)).toEqual(new Set(grants));
    }
  });

  test("a right says which others need it", () => {
    const held: Permission[] = ["billing:read", "billing:manage", "role:read"];
    expect(needing("billing:read", held)).toEqual(["billing:manage"]);
    expect(needing("role:read", held)).toEqual([]);
  });
});
