import { beforeEach, expect, test } from "bun:test";
import * as visits from "./visits.ts";

const { forgetVisits, lastPage, recentOrganizations, rememberVisit } = visits;

const acme = { id: "org_acme", slug: "acme" };
const globex = { id: "org_globex", slug: "globex" };
const ADA = "usr_ada";
const STORAGE_KEY = "tenantry.visits";

beforeEach(forgetVisits);

/** Loads the module again, as a new page does, so that it reads the stored visits. */
async function reloaded(): Promise<typeof visits> {
  return import(`./visits.ts?loaded=${Math.random()}`);
}

test("the last page of an organization is opened under its current slug", () => {
  rememberVisit(ADA, acme.id, "/projects?status=archived");
  expect(lastPage(ADA, acme)).toBe("/o/acme/projects?status=archived");
  expect(lastPage(ADA, { ...acme, slug: "acme-labs" })).toBe(
    "/o/acme-labs/projects?status=archived",
  );
  expect(lastPage(ADA, globex)).toBe("/o/globex");
});

test("the organization visited last comes first, without duplicates", () => {
  rememberVisit(ADA, acme.id, "");
  rememberVisit(ADA, globex.id, "/projects");
  rememberVisit(ADA, acme.id, "/settings");
  expect(recentOrganizations(ADA)).toEqual([acme.id, globex.id]);
});

test("another user of the browser has no visits", () => {
  rememberVisit(ADA, acme.id, "/projects");
  expect(lastPage("usr_ben", acme)).toBe("/o/acme");
  rememberVisit("usr_ben", globex.id, "");
  expect(lastPage(ADA, acme)).toBe("/o/acme");
});

test("visits survive a reload, and signing out removes them", async () => {
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
])("invalid stored visits are ignored: %s", async (text) => {
  localStorage.setItem(STORAGE_KEY, text);
  expect((await reloaded()).lastPage(ADA, acme)).toBe("/o/acme");
});
