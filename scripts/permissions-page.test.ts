import { expect, test } from "bun:test";
import { PERMISSIONS } from "#shared/permissions";
import { described, permissionsPage } from "./permissions-page";

test("the page of permissions matches the router (`bun run docs:permissions` updates it)", async () => {
  const page = Bun.file(new URL("../docs/permissions.md", import.meta.url));
  expect(await page.text()).toBe(permissionsPage());
});

/**
 * The procedures of an organization that need no permission: the live stream ends when the caller is no longer a
 * member, every member can revoke their own API keys, also after a change of the role, and each part of the dashboard
 * needs its own permission.
 */
const WITHOUT_PERMISSION = new Set([
  "live.changes",
  "apiKeys.revoke",
  "dashboard.get",
]);

test("every procedure declares its access, and one of an organization its permission", () => {
  const wrong = described().filter(({ path, meta: { access, openapi } }) => {
    if (typeof access === "object")
      return (
        !access.every((permission) => PERMISSIONS.includes(permission)) ||
        access.length === 0
      );
    if (access === "member") return !WITHOUT_PERMISSION.has(path);
    return (access === "anyone") !== (openapi?.isProtected === false);
  });
  expect(wrong.map(({ path }) => path)).toEqual([]);
});
