import { beforeAll, expect, test } from "bun:test";
import type { Page } from "playwright-core";
import type { Actor } from "../kit/actor";
import { expectStatus, type TestOrganization } from "../kit/server";
import { faultsInBothThemes, overflow } from "./faults";
import { button, choose, field, heading, link } from "./locators";
import { browserSuite } from "./suite";

const { server, signedIn } = browserSuite();

let ana: Actor;
let ben: Actor;
let org: TestOrganization;

beforeAll(async () => {
  ana = await server.person("Ana Costa");
  org = await server.organization(ana, "Acme");
  ben = await server.join(ana, org, "member", "Ben Ito");
  await server.join(ana, org, "viewer", "Eve Moss");
  await server.invite(ana, org, "carla@example.com", "viewer");
  const project = { name: "Website" };
  expectStatus(
    await ben.post(`/organizations/${org.slug}/projects`, project),
    201,
  );
});

/** The names in the list, in their order. */
const names = (page: Page) =>
  page.getByRole("rowheader").locator("bdi:first-child").allInnerTexts();
const header = (page: Page, name: string) =>
  page.getByRole("columnheader", { name });
const person = (page: Page, name: string) =>
  page.getByRole("rowheader").getByRole("link", { name });
const isFocused = (page: Page, name: string) =>
  page.waitForFunction(
    (text) => document.activeElement?.textContent?.includes(text),
    name,
  );

test("an admin sorts and filters people, chooses columns, and saves all of it as a view", async () => {
  const { page } = await signedIn(
    ana,
    `/o/${org.slug}/settings/team?tab=invitations`,
  );
  // The former address of the invitations leads to the list of them.
  await page.waitForURL(`**/o/${org.slug}/people?status=invited`);
  await page.getByText("carla@example.com", { exact: true }).waitFor();
  expect(await header(page, "2FA").count()).toBe(0);

  await link(page, "All").click();
  await person(page, "Eve Moss").waitFor();
  expect(await names(page)).toEqual([
    "Ana Costa",
    "Ben Ito",
    "carla@example.com",
    "Eve Moss",
  ]);
  expect(await header(page, "Name").getAttribute("aria-sort")).toBe(
    "ascending",
  );
  await header(page, "Projects").getByRole("button").click();
  await page.waitForURL("**/people?sort=projects&order=desc");
  await page.getByRole("row").nth(1).filter({ hasText: "Ben Ito" }).waitFor();
  expect(await header(page, "Projects").getAttribute("aria-sort")).toBe(
    "descending",
  );
  expect(await header(page, "Name").getAttribute("aria-sort")).toBe("none");

  await choose(page, "Role", "Viewer");
  await person(page, "Ben Ito").waitFor({ state: "detached" });
  await button(page, "View").click();
  await page.getByRole("menuitemcheckbox", { name: "Joined" }).click();
  expect(await faultsInBothThemes(page)).toEqual([]);
  await page.getByRole("menuitem", { name: "Save view…" }).click();
  await button(page, "Save view").click();
  await page.getByText("Enter a name").waitFor();
  await field(page, "Name").fill("Viewers");
  await page.keyboard.press("Enter");
  await page.getByText("View saved").waitFor();
  await header(page, "Joined").waitFor({ state: "detached" });

  // After a reload, the view is still there, with its columns, filters and order.
  await button(page, "View").click();
  await page.getByRole("menuitemcheckbox", { name: "Joined" }).click();
  await page.keyboard.press("Escape");
  await link(page, "Without 2FA").click();
  await page.waitForURL("**/people?twoFactor=off");
  await page.reload();
  await header(page, "Joined").waitFor();
  await link(page, "Viewers").click();
  await page.waitForURL("**/people?role=viewer&sort=projects&order=desc");
  await header(page, "Joined").waitFor({ state: "detached" });
  expect(
    await page
      .getByRole("link", { name: /^Viewers/ })
      .getAttribute("aria-current"),
  ).toBe("page");

  const file = page.waitForEvent("download");
  await link(page, "Export CSV").click();
  const chunks: Buffer[] = [];
  for await (const chunk of await (await file).createReadStream())
    chunks.push(Buffer.from(chunk as Uint8Array));
  const csv = Buffer.concat(chunks).toString();
  expect(csv).toContain("Eve Moss");
  expect(csv).toContain("carla@example.com");
  expect(csv).not.toContain("Ben Ito");

  await button(page, "View").click();
  await page.getByRole("menuitem", { name: "Delete view “Viewers”" }).click();
  await link(page, "Viewers").waitFor({ state: "detached" });
  await button(page, "Undo").click();
  await page.getByRole("link", { name: /^Viewers/ }).waitFor();
});

test("a person opens above the list with everything about them, and closes with Escape and with Back", async () => {
  const { page } = await signedIn(ana, `/o/${org.slug}/people?status=active`);
  const drawer = page.getByRole("dialog", { name: "Ben Ito" });
  const list = `**/o/${org.slug}/people?status=active`;
  const ofBen = person(page, "Ben Ito");
  await ofBen.focus();
  await page.keyboard.press("Enter");
  await drawer.waitFor();
  await page.waitForURL(`**/people/${ben.id}?status=active`);
  await isFocused(page, "Ben Ito");
  expect(await page.title()).toBe("Ben Ito · Acme · Tenantry");
  await drawer.getByText(ben.email).waitFor();
  await drawer.getByText("by invitation").waitFor();
  await link(drawer, /^Website/).waitFor();
  await drawer.getByText("created the project").waitFor();
  expect(await faultsInBothThemes(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 780 });
  expect(await overflow(page)).toBe(0);
  await page.setViewportSize({ width: 1280, height: 800 });

  await page.keyboard.press("Escape");
  await page.waitForURL(list);
  await drawer.waitFor({ state: "detached" });
  await isFocused(page, "Ben Ito");
  expect(await page.title()).toBe("People · Acme · Tenantry");

  await ofBen.click();
  await drawer.waitFor();
  await page.goBack();
  await page.waitForURL(list);
  await drawer.waitFor({ state: "detached" });
  await isFocused(page, "Ben Ito");

  // The list follows what the admin does in the drawer, and a toast undoes it.
  await ofBen.click();
  await choose(drawer, "Role of Ben Ito", "Viewer");
  await button(page, "Undo").click();
  await drawer.getByRole("combobox").filter({ hasText: "Member" }).waitFor();
  await button(drawer, "Actions for Ben Ito").click();
  await page.getByRole("menuitem", { name: "Suspend…" }).click();
  await page
    .getByRole("alertdialog")
    .getByRole("button", { name: "Suspend" })
    .click();
  await drawer.getByText("Suspended", { exact: true }).waitFor();
  await page
    .getByRole("status")
    .filter({ hasText: "Ben Ito suspended" })
    .getByRole("button", { name: "Undo" })
    .click();
  await drawer.getByText("Active", { exact: true }).waitFor();

  // The address of a person leads to them also without the list.
  await page.reload();
  await drawer.waitFor();
  await button(drawer, "Close").click();
  await heading(page, "No one found").or(page.getByRole("table")).waitFor();
  await page.goto(new URL(`/o/${org.slug}/people/nobody`, server.url).href);
  await page.getByRole("dialog", { name: "Not a member" }).waitFor();
});

test("a viewer sees people without what only admins may know", async () => {
  const vera = await server.join(ana, org, "viewer", "Vera Lind");
  const { page } = await signedIn(
    vera,
    `/o/${org.slug}/people?twoFactor=off&sort=lastActive`,
  );
  await person(page, "Ana Costa").waitFor();
  expect(await header(page, "Last active").count()).toBe(0);
  expect(await link(page, "Without 2FA").count()).toBe(0);
  expect(await link(page, "Export CSV").count()).toBe(0);
  await person(page, "Ana Costa").click();
  const drawer = page.getByRole("dialog", { name: "Ana Costa" });
  await drawer.getByText("created the organization").waitFor();
  expect(await drawer.getByText("Last active").count()).toBe(0);
  expect(await drawer.getByText("Recent activity").count()).toBe(0);
});
