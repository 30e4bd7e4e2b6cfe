import { expect, test } from "bun:test";
import { PERMISSIONS } from "#shared/permissions";
import { described, permissionsPage } from "./permissions-page";

test("the page of permissions says what the router does: `bun run docs:permissions` writes it anew", async () => {
  const page = Bun.file(new URL("../docs/permissions.md", import.meta.url));
  expect(await page.text()).toBe(permissionsPage());
});

test("every procedure says who may call it, and one of an organization which permission that takes", () => {
  const wrong = described().filter(({ path, meta: { access, openapi } }) => {
    if (typeof access === "object")
      return (
        !access.every((permission) => PERMISSIONS.includes(permission)) ||
        access.length === 0
      );
    // What goes on as long as somebody is a member needs no more than that.
    if (access === "member") return path !== "live.changes";
    return (access === "anyone") !== (openapi?.protect === false);
  });
  expect(wrong.map(({ path }) => path)).toEqual([]);
});
