import { beforeAll, expect, test } from "bun:test";
import { browserSuite } from "./suite";
import { heading } from "./locators";
import type { Actor } from "../kit/actor";
import { expectStatus, type TestOrganization } from "../kit/server";
import { faultsInBothThemes, overflow } from "./faults";
import type { Visitor } from "./visitor";

let ana: Actor;
let org: TestOrganization;
const { server, signedIn } = browserSuite();
beforeAll(async () => {
  ana = await server.person("Ana Costa");
  org = await server.organization(ana, "Acme");
});

/** Expects the page of the user's organizations with the same header as every other page. */
async function expectOrganizationsPage({ page }: Visitor, first: string) {
  await page.waitForURL("**/organizations");
  await heading(page, first).waitFor();
  const sections = page.getByRole("heading", { level: 2 });
  expect(await sections.first().textContent()).toBe(first);
  await page.getByRole("button", { name: /^Your account/ }).waitFor();
  await page.getByRole("link", { name: "Create organization" }).waitFor();
  expect(await heading(page, "Create your first organization").count()).toBe(0);
}

test("a member suspended in their only organization lands on their organizations and reads it there", async () => {
  const ben = await server.join(ana, org, "member", "Ben Okri");
  const member = `/organizations/${org.slug}/members/${ben.id}`;
  expectStatus(await ana.post(`${member}/suspend`), 200);
  const visitor = await signedIn(ben);
  const { page } = visitor;
  await visitor.open("/");
  await expectOrganizationsPage(visitor, "Suspended access");
  await page.getByText("Contact an admin to restore access.").waitFor();
  expect(await faultsInBothThemes(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await overflow(page)).toBe(0);
  await page.setViewportSize({ width: 1280, height: 800 });

  // The URL of the organization shows that the access is suspended, with the account menu in the header.
  await visitor.open(`/o/${org.slug}`);
  await heading(
    page,
    "Your access to this organization is suspended",
  ).waitFor();
  await page.getByRole("button", { name: /^Your account/ }).waitFor();
});

test("a member who leaves their only organization lands on their organizations", async () => {
  const eve = await server.join(ana, org, "member", "Eve Moss");
  const visitor = await signedIn(eve);
  const { page } = visitor;
  await visitor.open(`/o/${org.slug}/settings/danger`);
  await page.getByRole("button", { name: "Leave…" }).click();
  await page
    .getByRole("alertdialog")
    .getByRole("button", { name: "Leave" })
    .click();
  await expectOrganizationsPage(visitor, "No active organizations");

  // The heading does not say “first organization”, because the user was already a member of an organization.
  await page.getByRole("link", { name: "Create organization" }).click();
  await heading(page, "Create an organization").waitFor();
  await page.getByRole("link", { name: "Cancel" }).click();
  await page.waitForURL("**/organizations");
});

test("an admin who deleted their only organization lands where they can restore it", async () => {
  const zoe = await server.person("Zoe Abel");
  const own = await server.organization(zoe, "Zoe's studio");
  const visitor = await signedIn(zoe);
  const { page } = visitor;
  const path = `/organizations/${own.slug}?confirm=${own.slug}`;
  expectStatus(await zoe.call("DELETE", path), 204);
  await visitor.open("/");
  await expectOrganizationsPage(visitor, "Deleted organizations");
  await page.getByRole("button", { name: "Restore Zoe's studio" }).click();
  await page.waitForURL(`**/o/${own.slug}`);
  await page.getByText("Zoe's studio restored").waitFor();
});

test("a user who was never in an organization creates their first", async () => {
  const visitor = await signedIn(await server.person("Nia New"));
  await visitor.open("/");
  await visitor.page.waitForURL("**/organizations/new");
  await heading(visitor.page, "Create your first organization").waitFor();
});
