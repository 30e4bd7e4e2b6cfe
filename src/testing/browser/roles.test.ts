import { expect, test } from "bun:test";
import type { Locator } from "playwright-core";
import { browserSuite } from "./suite";
import { button, field, choose } from "./locators";
import { expectStatus } from "../kit/server";
import { faultsInBothThemes, overflow } from "./faults";

const { server, signedIn } = browserSuite();

/** Whether the user sees the element without scrolling. */
const isInView = (element: Locator) =>
  element.evaluate((found) => {
    const { top, left, bottom, right } = found.getBoundingClientRect();
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    return found.contains(document.elementFromPoint(x, y));
  });

test("an admin creates, assigns, edits and deletes a custom role, and its holder can do exactly what it grants", async () => {
  const ana = await server.person("Ana Costa");
  const ben = await server.person("Ben Ito");
  const org = await server.organization(ana, "Acme");
  const path = `/organizations/${org.slug}`;
  const made = await ana.post(`${path}/invitation-links`, { role: "viewer" });
  const { hash } = new URL(String(expectStatus(made, 201).body.url));
  const token = hash.slice("#token=".length);
  expectStatus(await ben.post("/invitation-links/join", { token }), 200);

  const admin = await signedIn(ana, `/o/${org.slug}/settings/roles`);
  const { page } = admin;
  await button(page, "New role").click();
  await choose(page, "Start from", "Viewer");
  await button(page, "Create role").click();
  await page.locator("[aria-invalid=true]").waitFor();
  await field(page, "Name").fill("Planner");
  await field(page, "Description").fill("Plans what is next");
  await page.getByLabel("Create projects").check();
  await button(page, "Create role").click();
  await page.getByText("Planner created").waitFor();

  // Give the new role to a member. The member's open page shows the new permissions.
  const member = await signedIn(ben, `/o/${org.slug}/projects`);
  await member.page
    .getByRole("heading", { name: "Projects", exact: true })
    .waitFor();
  expect(await button(member.page, "New project").count()).toBe(0);
  await admin.open(`/o/${org.slug}/people`);
  await choose(page, "Role of Ben Ito", "Planner");
  await page.getByText("Ben Ito: Planner").waitFor();
  await member.page
    .getByRole("button", { name: "New project" })
    .first()
    .click();
  await field(member.page, "Name").fill("Next year");
  await member.page.keyboard.press("Enter");
  await member.page.getByText("Next year").first().waitFor();

  // Another user changes the role while the form is open.
  await admin.open(`/o/${org.slug}/settings/roles`);
  const menu = page.getByRole("button", {
    name: "Actions for the role Planner",
  });
  await menu.click();
  await page.getByRole("menuitem", { name: "Edit…" }).click();
  await field(page, "Name").fill("Head planner");
  const { body } = expectStatus(
    await ana.get<"roles.list">(`${path}/roles`),
    200,
  );
  const id = body.items.find(({ name }) => name === "Planner")?.id ?? "";
  const theirs = await ana.put(`${path}/roles/${id}`, {
    name: "Chief planner",
  });
  expectStatus(theirs, 200);
  await page.getByLabel("Create projects").uncheck();
  const effect = page.getByText("Affects 1 member · loses 1 permission");
  await effect.waitFor();
  expect(await isInView(effect)).toBe(true);
  await effect.click();
  const names = page.getByRole("region", { name: "Effect of this change" });
  await names.getByText("Ben Ito").waitFor();
  await names.getByText("Create projects").waitFor();
  expect(await faultsInBothThemes(page)).toEqual([]);
  await button(page, "Save changes").click();
  await button(page, "Save mine anyway").click();
  await page.getByText("Head planner saved").waitFor();
  await member.page
    .getByRole("button", { name: "New project" })
    .first()
    .waitFor({ state: "detached" });

  await page
    .getByRole("button", { name: "Actions for the role Head planner" })
    .click();
  await page.getByRole("menuitem", { name: "Delete…" }).click();
  await choose(page, "New role", "Member");
  await button(page, "Delete role").click();
  await page.getByText("Head planner deleted").waitFor();
  await member.page
    .getByRole("button", { name: "New project" })
    .first()
    .waitFor();
});

test("a permission that another one needs is checked and locked, and holders of the role get it", async () => {
  const ana = await server.person("Ana Costa");
  const ben = await server.person("Ben Ito");
  const org = await server.organization(ana, "Globex");
  const path = `/organizations/${org.slug}`;
  const { token } = await server.invite(ana, org, ben.email, "viewer");
  expectStatus(await ben.post("/invitations/accept", { token }), 200);

  const admin = await signedIn(ana, `/o/${org.slug}/settings/roles`);
  const { page } = admin;
  await button(page, "New role").click();
  await field(page, "Name").fill("Billing manager");
  const box = (name: string) => page.getByRole("checkbox", { name });
  const manage = box("Manage plan, seats and payment method");
  const see = box("View plan, usage and invoices");
  expect(await see.isChecked()).toBe(false);
  await manage.check();
  expect(await see.isChecked()).toBe(true);
  expect(await see.isDisabled()).toBe(true);
  await page
    .getByText("Required by: Manage plan, seats and payment method")
    .waitFor();
  expect(await faultsInBothThemes(page)).toEqual([]);
  await manage.uncheck();
  expect(await see.isDisabled()).toBe(false);
  await see.uncheck();
  await manage.check();
  await button(page, "Create role").click();
  await page.getByText("Billing manager created").waitFor();

  const listed = expectStatus(
    await ana.get<"roles.list">(`${path}/roles`),
    200,
  ).body;
  const role = listed.items.find(({ name }) => name === "Billing manager")?.id;
  expectStatus(await ana.put(`${path}/members/${ben.id}`, { role }), 200);
  const member = await signedIn(ben, `/o/${org.slug}/settings/billing`);
  await member.page.getByRole("heading", { name: "Usage" }).waitFor();
  expect(
    await member.page.getByRole("heading", { name: /have access/ }).count(),
  ).toBe(0);
});

test("permissions that allow nothing yet are hidden, and a role that has them keeps them", async () => {
  const ana = await server.person("Ana Costa");
  const org = await server.organization(ana, "Acme");
  const path = `/organizations/${org.slug}/roles`;
  const permissions = ["webhook:read", "webhook:manage", "project:read"];
  const { id } = expectStatus(
    await ana.post<"roles.create">(path, {
      name: "Integrator",
      permissions,
      basedOn: "viewer",
    }),
    201,
  ).body;
  const { page } = await signedIn(ana, `/o/${org.slug}/settings/roles`);
  await button(page, "Actions for the role Integrator").click();
  expect(await page.getByText("Webhooks").count()).toBe(0);
  await page.getByRole("menuitem", { name: "Edit…" }).click();
  await page.getByLabel("View members").check();
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

  await button(page, "New role").click();
  await choose(page, "Start from", "Admin");
  await field(page, "Name").fill("Deputy");
  await button(page, "Create role").click();
  await page.getByText("Deputy created").waitFor();
  const { items } = expectStatus(await ana.get<"roles.list">(path), 200).body;
  const deputy = items.find(({ name }) => name === "Deputy");
  expect(deputy?.permissions).toContain("billing:manage");
  expect(deputy?.permissions).not.toContain("webhook:manage");
});

test("the table of permissions does not make the page wider than a phone", async () => {
  const ana = await server.person("Ana Costa");
  const org = await server.organization(ana, "Initech");
  for (const name of ["Project lead", "Billing manager"])
    expectStatus(
      await ana.post(`/organizations/${org.slug}/roles`, {
        name,
        permissions: ["project:read"],
        basedOn: "viewer",
      }),
      201,
    );
  const { page, open } = await signedIn(ana);
  await page.setViewportSize({ width: 390, height: 844 });
  await open(`/o/${org.slug}/settings/roles`);
  const table = page.getByRole("region", {
    name: "Table of permissions by role",
  });
  await table.getByText("Billing manager").waitFor({ state: "attached" });
  expect(await overflow(page)).toBe(0);
});
