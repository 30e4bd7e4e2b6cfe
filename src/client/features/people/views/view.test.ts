import { expect, test } from "bun:test";
import { COLUMNS, columnsIn } from "../columns.ts";
import { isShown, type View, viewQueryOf } from "./view.ts";

const suspended: View = {
  id: "suspended",
  name: "Suspended",
  query: "status=suspended",
};

test("a view has the filters and the order of the URL, in one order", () => {
  expect(viewQueryOf("?sort=joined&tab=links&status=invited&invite=1&q=")).toBe(
    "status=invited&sort=joined",
  );
});

test("a search and another order stay in a built-in view, and another filter leaves it", () => {
  const shown = (search: string) => isShown(suspended, search, COLUMNS);
  expect(shown("?status=suspended")).toBe(true);
  expect(shown("?status=suspended&q=ana&sort=joined&order=desc")).toBe(true);
  expect(shown("?status=suspended&role=admin")).toBe(false);
});

test("a saved view is left by another order and by other columns", () => {
  const view: View = { ...suspended, columns: ["status", "role"] };
  const shown = (search: string, columns = view.columns ?? []) =>
    isShown(view, search, columns);
  expect(shown("?status=suspended")).toBe(true);
  expect(shown("?status=suspended&sort=joined")).toBe(false);
  expect(shown("?status=suspended", ["status"])).toBe(false);
});

test("stored columns that no longer exist are left out", () => {
  expect(columnsIn(["role", "shoeSize", "status"])).toEqual(["status", "role"]);
  expect(columnsIn("role")).toBeUndefined();
});
