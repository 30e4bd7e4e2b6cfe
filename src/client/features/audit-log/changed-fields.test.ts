import { expect, test } from "bun:test";
import { changedFields } from "./changed-fields.ts";
import { inWords, valueInWords } from "./field-words.ts";

const names = (before: object | null, after: object | null) =>
  changedFields({
    table: "t",
    id: "x",
    before: before && { ...before },
    after: after && { ...after },
  }).map(({ label }) => label);

test("only what differs is shown, and nothing that says where the row belongs", () => {
  const row = { id: "prj_1", orgId: "org_1", name: "A", updatedAt: 1 };
  expect(names(row, { ...row, name: "B", updatedAt: 2 })).toEqual(["Name"]);
});

test("what a subscription holds for the program alone is not shown", () => {
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
  const elsewhere = changedFields({ table: "t", id: "x", before, after });
  expect(elsewhere).toHaveLength(4);
});

test("of a new or removed row, only what holds something is shown", () => {
  const row = { id: "x", name: "A", description: "", createdBy: null };
  expect(names(null, row)).toEqual(["Name"]);
  expect(names(row, null)).toEqual(["Name"]);
});

test("each setting is a field of its own, by its title", () => {
  const before = { settings: { timezone: "UTC", website: "" } };
  const after = { settings: { timezone: "Europe/Berlin" } };
  expect(names(before, after)).toEqual(["Time zone"]);
});

test("a value that the log cut is one field, and shown when it differs", () => {
  const cut = { cut: true, length: 5000, beginning: "Once" };
  const row = { name: "A", description: { ...cut, sha256: "aa" } };
  expect(names(row, { ...row, name: "B" })).toEqual(["Name"]);
  const changed = { ...row, description: { ...cut, sha256: "bb" } };
  expect(names(row, changed)).toEqual(["Description"]);
});

test("values are in words: people, roles, plans, moments", () => {
  const say = (field: string, value: unknown) =>
    valueInWords(field, value, (id) => `name of ${id}`);
  expect(say("invitedBy", "usr_1")).toBe("name of usr_1");
  expect(say("role", "viewer")).toBe("Viewer");
  expect(say("role", "auditor")).toBe("auditor");
  expect(say("plan", "business")).toBe("Business");
  expect(say("status", "archived")).toBe("Archived");
  expect(say("expiresAt", Date.UTC(2026, 10, 3, 12))).toContain("2026");
  expect(say("seats", 5)).toBe("5");
  expect(say("scopes", ["a", "b"])).toBe('["a","b"]');
  expect(say("deletedAt", null)).toBe("");
});

test("names of columns become words", () => {
  expect(inWords("api_keys")).toBe("Api keys");
  expect(inWords("lastUsedAt")).toBe("Last used at");
});
