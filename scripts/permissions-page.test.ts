import { expect, test } from "bun:test";
import { PERMISSIONS } from "#shared/permissions";
import { described, permissionsPage } from "./permissions-page";

test("the page of permissions matches the router (`bun run docs:permissions` updates it)", async () => {
  const page = Bun.file(new URL("../docs/permissions.md", import.meta.url));
  expect(await page.text()).toBe(permissionsPage());
});

test("every procedure declares its access, and one of an organization its permission", () => {
  const wrong = described().filter(({ path, meta: { access, openapi } }) => {
    if (typeof access === "object")
      return (
        !access.every((permission) => PERMISSIONS.includes(permission)) ||
        access.length === 0
      );
    // In an organization only the live stream needs no permission: it ends when the caller is no longer a member.
    if (access === "member") return path !== "live.changes";
    return (access === "anyone") !== (openapi?.isProtected === false);
  });
  expect(wrong.map(({ path }) => path)).toEqual([]);
});
