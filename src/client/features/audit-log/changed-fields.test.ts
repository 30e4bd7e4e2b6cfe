import { expect, test } from "bun:test";
import { changedFields } from "./changed-fields.ts";
import { columnInWords, valueInWords } from "./field-labels.ts";

const names = (before: object | null, after: object | null) =>
  changedFields({
    table: "t",
    id: "x",
    before: before && { ...before },
    after: after && { ...after },
  }).map(({ label }) => label);

test("only fields that differ are shown, without ids and timestamps of the row", () => {
  const row = { id: "prj_1", orgId: "org_1", name: "A", updatedAt: 1 };
  expect(names(row, { ...row, name: "B", updatedAt: 2 })).toEqual(["Name"]);
});

test("internal fields of a subscription are hidden", () => {
  const before = { plan: "team", version: 1, syncedAt: 1, customerId: "cus_1" };
  const after = {
    plan: "business",
    version: 2,
    syncedAt: 2,
    customerId: "cus_2",
  };
  const shown = changedFields({
    table: "subscriptions",
    id: "x",
    before,
    after,
  });
  expect(shown.map(({ name }) => name)).toEqual(["plan"]);
  const otherTable = changedFields({ table: "t", id: "x", before, after });
  expect(otherTable).toHaveLength(4);
});

test("an added or removed row shows only fields that aren't empty", () => {
  const row = { id: "x", name: "A", description: "", createdBy: null };
  expect(names(null, row)).toEqual(["Name"]);
  expect(names(row, null)).toEqual(["Name"]);
});

test("each setting is a field, labelled with its title", () => {
  const before = { settings: { timezone: "UTC", website: "" } };
  const after = { settings: { timezone: "Europe/Berlin" } };
  expect(names(before, after)).toEqual(["Time zone"]);
});

test("a truncated value is one field, shown if it differs", () => {
  const cut = { cut: true, length: 5000, beginning: "Once" };
  const row = { name: "A", description: { ...cut, sha256: "aa" } };
  expect(names(row, { ...row, name: "B" })).toEqual(["Name"]);
  const changed = { ...row, description: { ...cut, sha256: "bb" } };
  expect(names(row, changed)).toEqual(["Description"]);
});

test("users, roles, plans and times are shown in words", () => {
  const format = (field: string, value: unknown) =>
    valueInWords(field, value, (id) => `name of ${id}`);
  expect(format("invitedBy", "usr_1")).toBe("name of usr_1");
  expect(format("role", "viewer")).toBe("Viewer");
  expect(format("role", "rol_1")).toBe("name of rol_1");
  expect(format("plan", "business")).toBe("Business");
  expect(format("status", "archived")).toBe("Archived");
  expect(format("expiresAt", Date.UTC(2026, 10, 3, 12))).toContain("2026");
  expect(format("seats", 5)).toBe("5");
  expect(format("scopes", ["a", "b"])).toBe("a, b");
  expect(format("deletedAt", null)).toBe("");
});

test("column names become words", () => {
  expect(columnInWords("api_keys")).toBe("Api keys");
  expect(columnInWords("lastUsedAt")).toBe("Last used at");
});
