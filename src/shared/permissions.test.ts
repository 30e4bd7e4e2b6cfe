import { describe, expect, test } from "bun:test";
import {
  BUILT_IN_ROLES,
  needing,
  type Permission,
  PERMISSIONS,
  ROLES,
  withNeeded,
} from "./permissions";

describe("what a permission needs to work", () => {
  test.each(PERMISSIONS.filter((one) => one.endsWith(":manage")))(
    "%s comes with the permission to see",
    (manage) => {
      // Everyone with personal API keys sees the page of the keys.
      const see =
        manage === "apiKey:manage"
          ? "apiKey:own"
          : (manage.replace(/:manage$/, ":read") as Permission);
      expect([...withNeeded([manage])]).toContain(see);
    },
  );

  test("permission to invite includes reading invitations and members", () => {
    expect([...withNeeded(["invitation:create"])]).toEqual([
      "invitation:create",
      "invitation:read",
      "member:read",
    ]);
  });

  test("permission to leave needs no other permission", () => {
    for (const alone of ["member:leave", "billing:read", "audit:read"] as const)
      expect([...withNeeded([alone])]).toEqual([alone]);
  });

  test("every built-in role has the permissions that its permissions need", () => {
    for (const role of ROLES) {
      const { grants } = BUILT_IN_ROLES[role];
      expect(withNeeded(grants)).toEqual(new Set(grants));
    }
  });

  test("`needing` lists the permissions that need the given one", () => {
    const held: Permission[] = ["billing:read", "billing:manage", "role:read"];
    expect(needing("billing:read", held)).toEqual(["billing:manage"]);
    expect(needing("role:read", held)).toEqual([]);
  });
});
