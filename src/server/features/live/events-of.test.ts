import { expect, test } from "bun:test";
import { UnitOfWork } from "#server/kernel/db/unit-of-work";
import { eventsOf } from "./events-of";

type Row = Record<string, unknown> | null;

function eventsFor(...changes: [table: string, before: Row, after: Row][]) {
  const work = new UnitOfWork();
  for (const [table, before, after] of changes)
    work.record("org_a", { table, id: "row", before, after });
  return eventsOf(work);
}

test.each([
  ["organizations", "organization", "all"],
  ["logos", "organization", []],
  ["memberships", "members", []],
  ["roles", "roles", "all"],
  ["invitations", "invitations", []],
  ["invitation_links", "links", []],
  ["domains", "domains", []],
  ["admin_transfers", "transfers", []],
  ["access_requests", "requests", []],
  ["projects", "projects", []],
  ["api_keys", "apiKeys", []],
  ["notes_of_a_later_day", "organization", []],
])("a change of the table %s has the topic %s", (table, topic, people) => {
  expect(eventsFor([table, null, { name: "A secret" }])).toEqual([
    {
      about: "organization",
      orgId: "org_a",
      topics: [topic, "audit"],
      people,
    } as never,
  ]);
});

test("a change of memberships lists each affected user once", () => {
  const [event] = eventsFor(
    ["memberships", { userId: "usr_a" }, { userId: "usr_a" }],
    ["memberships", { userId: "usr_b" }, null],
    ["memberships", null, { userId: "usr_c" }],
    ["projects", null, { userId: "usr_d" }],
  );
  expect(event).toMatchObject({
    topics: ["members", "projects", "audit"],
    people: ["usr_a", "usr_b", "usr_c"],
  });
});

test("a change of an API key or of a service account lists its owner", () => {
  const [event] = eventsFor(
    ["api_keys", { userId: "usr_a", serviceAccountId: null }, null],
    ["api_keys", null, { userId: null, serviceAccountId: "svc_a" }],
    ["service_accounts", { id: "svc_b" }, { id: "svc_b" }],
  );
  expect(event).toMatchObject({ people: ["usr_a", "svc_a", "svc_b"] });
});

test("a mutation that changes no organization and ends no session has no event", () => {
  expect(eventsOf(new UnitOfWork())).toEqual([]);
});

test("each organization and each user has an event", () => {
  const work = new UnitOfWork();
  for (const orgId of ["org_a", "org_b"])
    work.record(orgId, { table: "projects", id: "p", before: null, after: {} });
  work.signedOut.add("usr_a");
  expect(eventsOf(work).map(({ about }) => about)).toEqual([
    "organization",
    "organization",
    "person",
  ]);
});
