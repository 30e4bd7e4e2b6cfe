import { expect, test } from "bun:test";
import { withSlug } from "./renamed.tsx";

test.each([
  ["/o/former", "/o/present"],
  ["/o/former/", "/o/present/"],
  ["/o/former/projects/prj_1", "/o/present/projects/prj_1"],
])("%s becomes %s", (pathname, expected) => {
  expect(withSlug(pathname, "present")).toBe(expected);
});
