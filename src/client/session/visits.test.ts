import { beforeEach, expect, test } from "bun:test";
import * as visits from "./visits.ts";

const { forgetVisits, lastPage, recentOrganizations, rememberVisit } = visits;

const acme = { id: "org_acme", slug: "acme" };
const globex = { id: "org_globex", slug: "globex" };
const ADA = "usr_ada";
const STORAGE_KEY = "tenantry.visits";

beforeEach(forgetVisits);

/** A page that is loaded anew reads what the one before left in storage. */
async function reloaded(): Promise<typeof visits> {
  return import(`./visits.ts?loaded=${Math.random()}`);
}

test("one comes back to the page one left, under the slug of today", () => {
  rememberVisit(ADA, acme.id, "/projects?status=archived");
  expect(lastPage(ADA, acme)).toBe("/o/acme/projects?status=archived");
  expect(lastPage(ADA, { ...acme, slug: "acme-labs" })).toBe(
    "/o/acme-labs/projects?status=archived",
  );
  expect(lastPage(ADA, globex)).toBe("/o/globex");
});

test("the organization visited last comes first, each once", () => {
  rememberVisit(ADA, acme.id, "");
  rememberVisit(ADA, globex.id, "/projects");
  rememberVisit(ADA, acme.id, "/settings");
  expect(recentOrganizations(ADA)).toEqual([acme.id, globex.id]);
});

test("another person of the same browser starts without them", () => {
  rememberVisit(ADA, acme.id, "/projects");
  expect(lastPage("usr_ben", acme)).toBe("/o/acme");
  rememberVisit("usr_ben", globex.id, "");
  expect(lastPage(ADA, acme)).toBe("/o/acme");
});

test("it outlives the page, and signing out forgets it", async () => {
  rememberVisit(ADA, acme.id, "/projects");
  expect((await reloaded()).lastPage(ADA, acme)).toBe("/o/acme/projects");
  forgetVisits();
  expect((await reloaded()).lastPage(ADA, acme)).toBe("/o/acme");
});

test.each([
  "no json",
  "[]",
  '{"userId":"usr_ada"}',
  '{"userId":"usr_ada","visits":[{"organizationId":"org_acme","page":"//evil.example"}]}',
  String.raw`{"userId":"usr_ada","visits":[{"organizationId":"org_acme","page":"/\\evil"}]}`,
])("what somebody else left in storage leads nowhere: %s", async (text) => {
  localStorage.setItem(STORAGE_KEY, text);
  expect((await reloaded()).lastPage(ADA, acme)).toBe("/o/acme");
});
