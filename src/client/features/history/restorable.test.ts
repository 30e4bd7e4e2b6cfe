import { expect, test } from "bun:test";
import type { AuditEvent } from "#client/features/audit-log/event.ts";
import type { HistoryOf } from "#client/session/history/address.ts";
import { differing, restorableOf, valuesBefore } from "./restorable.ts";

type Change = AuditEvent["changes"][number];

function eventOf(...changes: Change[]): AuditEvent {
  return {
    id: "evt_1",
    seq: 1,
    at: "2026-01-01T00:00:00.000Z",
    action: "test",
    actor: { kind: "user", id: null, name: null, keyId: null, stewardId: null },
    changes,
    roles: [],
    requestId: null,
    address: null,
    hash: null,
  };
}

/** Returns the values that can be restored from an event with this change. */
function restored(of: HistoryOf, change: Change) {
  const thing = restorableOf("acme", of);
  return thing && valuesBefore(thing, eventOf(change), of);
}

const PROJECT = { kind: "project", id: "prj_1" } as const;
const inProject = (before: Change["before"], after: Change["after"]) =>
  restored(PROJECT, { table: "projects", id: "prj_1", before, after });

test("the former values of the changed fields can be restored", () => {
  const before = { name: "One", description: "Text", updatedAt: 1 };
  expect(inProject(before, { ...before, name: "Two", updatedAt: 2 })).toEqual({
    name: "One",
  });
});

test("a creation, a deletion and a change of other fields cannot be undone", () => {
  const row = { name: "One", ownerId: "usr_1" };
  expect(inProject(null, row)).toBeUndefined();
  expect(inProject(row, null)).toBeUndefined();
  expect(inProject(row, { ...row, ownerId: null })).toBeUndefined();
});

test("a value of which the log has only the beginning cannot be restored", () => {
  const cut = { cut: true, sha256: "x", length: 3000, beginning: "Long" };
  expect(
    inProject(
      { name: "One", description: cut },
      { name: "Two", description: "" },
    ),
  ).toBeUndefined();
});

test("the change of another project in the same event is not restored", () => {
  const change = {
    table: "projects",
    id: "prj_2",
    before: { name: "One" },
    after: { name: "Two" },
  };
  expect(restored(PROJECT, change)).toBeUndefined();
});

test("a setting that was missing is restored to its default", () => {
  const of = { kind: "organization", id: "settings" } as const;
  const change = {
    table: "organizations",
    id: "org_1",
    before: { name: "Acme", settings: {} },
    after: { name: "Acme", settings: { timezone: "Europe/Berlin" } },
  };
  expect(restored(of, change)).toEqual({ timezone: "UTC" });
});

test("the slug, the plan and members have no former version to restore", () => {
  for (const of of [
    { kind: "organization", id: "slug" },
    { kind: "organization", id: "plan" },
    { kind: "member", id: "usr_1" },
    { kind: "apiKey", id: "key_1" },
  ] as const)
    expect(restorableOf("acme", of)).toBeUndefined();
});

test("only values that differ from the present ones are restored, and the order of permissions does not count", () => {
  expect(
    differing(
      { name: "One", permissions: ["a", "b"] },
      { name: "Two", permissions: ["b", "a"], updatedAt: "now" },
    ),
  ).toEqual({ name: "One" });
});
