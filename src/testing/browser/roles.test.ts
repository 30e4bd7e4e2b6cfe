import { expect, test } from "bun:test";
import type { Locator, Page } from "playwright-core";
import type { Actor } from "../kit/actor";
import { expectStatus, type TestOrganization } from "../kit/server";
import { faultsInBothThemes, overflow } from "./faults";
import { tabTo } from "./keyboard";
import { button, choose, field, heading, link } from "./locators";
import { browserSuite } from "./suite";

const { server, signedIn } = browserSuite();

/** Whether the user sees the element without scrolling. */
const isInView = (element: Locator) =>
  element.evaluate((found) => {
    const { top, left, bottom, right } = found.getBoundingClientRect();
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    return found.contains(document.elementFromPoint(x, y));
  });

const access = (page: Page, resource: string) =>
  page.getByRole("radiogroup", { name: resource, exact: true });
const level = (page: Page, resource: string, name: string) =>
  access(page, resource).getByRole("radio", { name, exact: true });
/** Chooses a level of a resource. */
const setLevel = (page: Page, resource: string, name: string) =>
  access(page, resource).getByText(name, { exact: true }).click();
const unfold = (page: Page, resource: string) =>
  page
    .getByRole("rowheader")
    .getByRole("button", { name: new RegExp(`^${resource}`) })
    .click();
const menuOf = (page: Page, role: string) =>
  button(page, `Actions for the role ${role}`);
const menuItem = (page: Page, name: string) =>
  page.getByRole("menuitem", { name, exact: true });

async function makeRole(
  admin: Actor,
  org: TestOrganization,
  name: string,
  permissions: readonly string[],
): Promise<string> {
  const answer = await admin.post<"roles.create">(
    `/organizations/${org.slug}/roles`,
    { name, permissions: [...permissions], basedOn: "viewer" },
  );
  return expectStatus(answer, 201).body.id;
}

test("an admin creates, assigns, edits and deletes a custom role, and its holder can do exactly what it grants", async () => {
  const ana = await server.person("Ana Costa");
  const org = await server.organization(ana, "Acme");
  const ben = await server.join(ana, org, "viewer", "Ben Ito");
  const path = `/organizations/${org.slug}`;
  const admin = await signedIn(ana, `/o/${org.slug}/settings/roles`);
  const { page } = admin;

  // Create a role from another one.
  await link(page, "New role").click();
  await choose(page, "Start from", "Viewer");
  await button(page, "Create role").click();
  await page.locator("[aria-invalid=true]").waitFor();
  await field(page, "Name").fill("Planner");
  await page.getByLabel("Description").fill("Plans what is next");
  await setLevel(page, "Projects", "Custom");
  await page.getByLabel("Create projects").check();
  expect(await level(page, "Projects", "Custom").isChecked()).toBe(true);
  await button(page, "Create role").click();
  await page.getByText("Planner created").waitFor();
  await heading(page, "Planner").waitFor();
  const id = page.url().split("/").at(-1) ?? "";
  await page.getByText("No one has this role yet.").waitFor();

  // A member with the new role can do what it grants. The member's open page shows the new permissions.
  const member = await signedIn(ben, `/o/${org.slug}/projects`);
  await heading(member.page, "Projects").waitFor();
  const newProject = button(member.page, "New project").first();
  expect(await newProject.count()).toBe(0);
  expectStatus(await ana.put(`${path}/members/${ben.id}`, { role: id }), 200);
  await newProject.click();
  await field(member.page, "Name").fill("Next year");
  await member.page.keyboard.press("Enter");
  await member.page.getByText("Next year").first().waitFor();

  // The effect of a change is in view beside the button, and names the member.
  const effect = page.getByRole("region", { name: "Effect of this change" });
  await effect.getByText("Held by 1 member").waitFor();
  await setLevel(page, "Projects", "View");
  await setLevel(page, "Audit log", "View");
  const summary = "Affects 1 member · gains 1 permission · loses 1 permission";
  await effect.getByText(summary).waitFor();
  for (const text of ["Ben Ito", "Create projects", /^View and download/])
    await effect.getByText(text).waitFor();
  await setLevel(page, "API keys", "Manage");
  expect(await isInView(effect.getByText(/^Affects 1 member/).last())).toBe(
    true,
  );
  expect(await isInView(button(page, "Save changes"))).toBe(true);
  await setLevel(page, "API keys", "None");
  expect(await faultsInBothThemes(page)).toEqual([]);

  // Unsaved work is not lost.
  await link(page, "Roles").last().click();
  await page.getByRole("alertdialog", { name: /^Leave without/ }).waitFor();
  await button(page, "Cancel").last().click();
  await effect.getByText(summary).waitFor();

  // Another user changes the role while the form is open.
  await field(page, "Name").fill("Head planner");
  const theirs = await ana.put(`${path}/roles/${id}`, {
    name: "Chief planner",
  });
  expectStatus(theirs, 200);
  await button(page, "Save changes").click();
  await button(page, "Save mine anyway").click();
  await page.getByText("Head planner saved").waitFor();
  await newProject.waitFor({ state: "detached" });

  // Deleting the role gives its members another one.
  await menuOf(page, "Head planner").click();
  await menuItem(page, "Delete…").click();
  await choose(page, "New role", "Member");
  await button(page, "Delete role").click();
  await page.getByText("Head planner deleted").waitFor();
  await heading(page, "Permissions by role").waitFor();
  await newProject.waitFor();
});

test("a permission that another one needs comes with it and is locked, with the keyboard alone", async () => {
  const ana = await server.person("Ana Costa");
  const org = await server.organization(ana, "Globex");
  const ben = await server.join(ana, org, "viewer", "Ben Ito");
  const path = `/organizations/${org.slug}`;
  const id = await makeRole(ana, org, "Billing manager", []);
  expectStatus(await ana.put(`${path}/members/${ben.id}`, { role: id }), 200);

  const { page } = await signedIn(ana, `/o/${org.slug}/settings/roles/${id}`);
  await access(page, "Billing").waitFor();
  const { keyboard } = page;
  await tabTo(page, /^Billing0 of/);
  await keyboard.press("Enter");
  await keyboard.press("Tab");
  for (const name of ["View", "Manage"]) {
    await keyboard.press("ArrowRight");
    expect(await level(page, "Billing", name).isChecked()).toBe(true);
  }
  const see = page.getByRole("checkbox", { name: /^View plan/ });
  expect(await see.isChecked()).toBe(true);
  expect(await see.isDisabled()).toBe(true);
  await page
    .getByText("Required by: Manage plan, seats and payment method")
    .waitFor();
  // Invitations are shown on the page of the members.
  await setLevel(page, "Invitations", "View");
  expect(await level(page, "Members", "View").isChecked()).toBe(true);
  expect(await level(page, "Members", "None").isDisabled()).toBe(true);
  await page
    .getByText("None: Required by: View invitations and links")
    .waitFor();
  expect(await faultsInBothThemes(page)).toEqual([]);
  await button(page, "Save changes").focus();
  await keyboard.press("Enter");
  await page.getByText("Billing manager saved").waitFor();

  const member = await signedIn(ben, `/o/${org.slug}/settings/billing`);
  await heading(member.page, "Usage").waitFor();
  expect(
    await member.page.getByRole("heading", { name: /have access/ }).count(),
  ).toBe(0);
});

test("permissions that allow nothing yet are hidden, and a role that has them keeps them", async () => {
  const ana = await server.person("Ana Costa");
  const org = await server.organization(ana, "Acme");
  const path = `/organizations/${org.slug}/roles`;
  const permissions = ["webhook:read", "webhook:manage", "project:read"];
  const id = await makeRole(ana, org, "Integrator", permissions);
  const { page } = await signedIn(ana, `/o/${org.slug}/settings/roles`);
  await menuOf(page, "Integrator").click();
  expect(await page.getByText("Webhooks").count()).toBe(0);
  await menuItem(page, "Edit").click();
  await setLevel(page, "Members", "View");
  expect(await page.getByText(/webhooks/i).count()).toBe(0);
  await button(page, "Save changes").click();
  await page.getByText("Integrator saved").waitFor();
  const saved = expectStatus(
    await ana.get<"roles.get">(`${path}/${id}`),
    200,
  ).body;
  expect(saved.permissions).toEqual(
    expect.arrayContaining([...permissions, "member:read"]),
  );

  // A copy of a role has only what the interface offers.
  await menuOf(page, "Integrator").click();
  await menuItem(page, "Duplicate").click();
  // The page of the other role has the same fields, and stays until the new page has loaded.
  await heading(page, "New role").waitFor();
  await field(page, "Name").fill("Deputy");
  expect(await level(page, "Members", "View").isChecked()).toBe(true);
  await button(page, "Create role").click();
  await page.getByText("Deputy created").waitFor();
  const { items } = expectStatus(await ana.get<"roles.list">(path), 200).body;
  const deputy = items.find(({ name }) => name === "Deputy");
  expect(deputy?.permissions).toContain("member:read");
  expect(deputy?.permissions).not.toContain("webhook:manage");
});

test("an admin views the organization as a role in one tab, until they exit", async () => {
  const ana = await server.person("Ana Costa");
  const org = await server.organization(ana, "Initech");
  const home = `/o/${org.slug}`;
  const id = await makeRole(ana, org, "Maker", ["project:create", "role:read"]);
  const admin = await signedIn(ana, `${home}/settings/roles/${id}`);
  const { page, context } = admin;
  const bar = page.getByRole("region", { name: "View as a role" });
  await button(page, "View as this role").click();
  await bar.getByText("You’re viewing as Maker.").waitFor();
  const people = link(page, "People");
  expect(await people.count()).toBe(0);
  expect(await faultsInBothThemes(page)).toEqual([]);

  // It survives a reload and other pages, and nothing can be changed.
  await link(page, "Projects").first().click();
  await heading(page, "Projects").waitFor();
  await page.reload();
  await bar.waitFor();
  await button(page, "New project").first().click();
  await field(page, "Name").fill("Never");
  await page.keyboard.press("Enter");
  await page.getByText(/viewing this organization as another role/).waitFor();
  await button(page, "Cancel").click();

  // Another tab shows everything as usual.
  const other = await context.newPage();
  await admin.open(`${home}/projects`, other);
  await link(other, "People").first().waitFor();
  expect(await other.getByText("You’re viewing as").count()).toBe(0);
  await other.close();

  // The name of the role is the present one.
  const role = `/organizations/${org.slug}/roles/${id}`;
  expectStatus(await ana.put(role, { name: "Builder" }), 200);
  await bar.getByText("You’re viewing as Builder.").waitFor();
  await bar.getByRole("button", { name: "Exit" }).click();
  await people.first().waitFor();
  expect(await bar.count()).toBe(0);

  // Pages outside the organization end a view.
  await admin.open(`${home}/settings/roles`);
  await button(page, "View as Viewer").click();
  await bar.getByText("You’re viewing as Viewer.").waitFor();
  await button(page, "Your account, Ana Costa").click();
  await menuItem(page, "Account settings").click();
  await page.getByText("Email").first().waitFor();
  await page.waitForURL("**/account");
  await page.goBack();
  await people.first().waitFor();
  expect(await bar.count()).toBe(0);

  // So does the deletion of the role.
  await admin.open(`${home}/settings/roles/${id}`);
  await button(page, "View as this role").click();
  await bar.waitFor();
  expectStatus(await ana.delete(role), 204);
  await heading(page, "You can’t view as Builder anymore").waitFor();
  await button(page, "Exit view").click();
  await people.first().waitFor();

  // The user can sign out of a view.
  await admin.open(`${home}/settings/roles/viewer`);
  await button(page, "View as this role").click();
  await bar.waitFor();
  await button(page, "Your account, Ana Costa").click();
  await menuItem(page, "Sign out").click();
  await heading(page, "Sign in").waitFor();
});

test("many roles with long names fit on a phone, two at a time, with the effect and the button in view", async () => {
  const ana = await server.person("Ana Costa");
  const org = await server.organization(ana, "Hooli");
  const ben = await server.join(ana, org, "viewer", "Ben Ito");
  const long = "Donaudampfschifffahrtsgesellschaftskapitän";
  const id = await makeRole(ana, org, long, ["project:read"]);
  for (let index = 1; index < 10; index++)
    await makeRole(ana, org, `Role ${index}`, ["audit:read"]);
  const member = `/organizations/${org.slug}/members/${ben.id}`;
  expectStatus(await ana.put(member, { role: id }), 200);
  const { page, open } = await signedIn(ana);
  await page.setViewportSize({ width: 360, height: 740 });
  await open(`/o/${org.slug}/settings/roles`);
  const table = page.getByRole("region", {
    name: "Table of permissions by role",
  });
  await choose(page, "Compare", long);
  await choose(page, "With", "Role 9");
  await table.getByRole("columnheader", { name: "Role 9" }).waitFor();
  expect(await table.getByRole("columnheader").count()).toBe(3);
  expect(await overflow(page)).toBe(0);
  expect(
    await table.evaluate(
      (element) => element.scrollWidth - element.clientWidth,
    ),
  ).toBe(0);
  expect(await faultsInBothThemes(page)).toEqual([]);
  await page.reload();
  await table.getByRole("columnheader", { name: "Role 9" }).waitFor();

  await table.getByRole("link", { name: long }).click();
  await setLevel(page, "Organization", "View");
  await unfold(page, "Projects");
  await page.getByLabel("View projects").uncheck();
  const summary = page.getByText(/^Affects 1 member · gains 1/).first();
  await summary.waitFor();
  expect(await isInView(summary)).toBe(true);
  expect(await isInView(button(page, "Save changes"))).toBe(true);
  await summary.click();
  const effect = page.getByRole("region", { name: "Effect of this change" });
  await effect.getByText("Ben Ito").waitFor();
  expect(await isInView(effect.getByText("Ben Ito"))).toBe(true);
  expect(await overflow(page)).toBe(0);
  expect(await faultsInBothThemes(page)).toEqual([]);
});
