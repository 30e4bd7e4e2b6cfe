import { expect, test } from "bun:test";
import { demoSuite } from "./suite";
import { button, heading } from "./locators";
import type { Page } from "playwright-core";
import { faultsInBothThemes } from "./faults";
import type { AcmeRole } from "./pages";
import type { Visitor } from "./visitor";

const demo = demoSuite();

async function visitorAs(role: AcmeRole): Promise<Visitor> {
  const visitor = await demo.visitorAs(role, "/o/acme");
  await heading(visitor.page, "Recent projects").waitFor();
  return visitor;
}

const search = (page: Page) => page.getByLabel("Search pages");

test("a few letters and Enter lead to a page, a person, a project and another organization", async () => {
  const { page } = await visitorAs("admin");
  await page.keyboard.press("Control+k");
  await search(page).waitFor();
  expect(await faultsInBothThemes(page)).toEqual([]);
  await page.keyboard.type("bill");
  await page.keyboard.press("Enter");
  await heading(page, "Billing").waitFor();

  await page.keyboard.press("Control+k");
  await search(page).fill("ben@demo");
  await page.getByRole("option", { name: /Ben Ferreira/ }).waitFor();
  await page.keyboard.press("Enter");
  await page.waitForURL(/people\/usr_/);
  const person = page.getByRole("dialog", { name: "Ben Ferreira" });
  await person.getByText("ben@demo.test").waitFor();
  await page.keyboard.press("Escape");
  await person.waitFor({ state: "detached" });

  await page.getByRole("button", { name: "Search and commands" }).click();
  await search(page).fill("Globex");
  await page.getByRole("option", { name: /Globex/ }).waitFor();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/o\/globex/);
  await page.context().close();
});

test("a person's actions are found by name, run from the palette, and are among the latest afterwards", async () => {
  const { page } = await visitorAs("admin");
  const { keyboard } = page;
  const option = (name: string | RegExp) =>
    page.getByRole("option", { name, exact: true });
  await keyboard.press("Control+k");
  await search(page).fill("kwame");
  await option(/^Kwame Mensah/).waitFor();
  for (const action of ["Change role…", "View events", "Copy email"])
    await option(action).waitFor();
  expect(await faultsInBothThemes(page)).toEqual([]);
  await option("Suspend…").click();
  await heading(page, "Suspend Kwame Mensah?").waitFor();
  await button(page, "Suspend").click();
  await page.getByText("Kwame Mensah suspended").first().waitFor();

  // The next visit starts with Kwame. Tab leads to what can be done now, and Backspace back.
  await keyboard.press("Control+k");
  await option(/^Kwame Mensah/).waitFor();
  await keyboard.press("Tab");
  await option("Reactivate").waitFor();
  expect(await option("Suspend…").count()).toBe(0);
  expect(await faultsInBothThemes(page)).toEqual([]);
  await keyboard.press("Backspace");
  await option("New project").waitFor();
  await keyboard.press("ArrowRight");
  await page.getByLabel("Search actions for Kwame Mensah").fill("react");
  await option("Reactivate").waitFor();
  await keyboard.press("Enter");
  await page.getByText("Kwame Mensah reactivated").first().waitFor();
  await page.context().close();
});

test("with the keyboard, the palette and the bar act on the selected rows", async () => {
  const { page } = await visitorAs("admin");
  const { keyboard } = page;
  await keyboard.press("g");
  await keyboard.press("p");
  await heading(page, "Projects").waitFor();
  const boxes = page.getByRole("row").getByRole("checkbox");
  await boxes.nth(1).waitFor();
  const focused = (name: string | RegExp) =>
    page.locator(":focus").and(button(page, name)).waitFor();

  // From the ticked checkbox, Tab leads into the bar, and Shift+Tab back. Escape clears the selection.
  await boxes.nth(1).focus();
  await keyboard.press("Space");
  await page.getByRole("status").getByText("1 selected. Press Tab").waitFor();
  await keyboard.press("Tab");
  await focused("Archive");
  await keyboard.press("Shift+Tab");
  await keyboard.press("ArrowDown");
  await keyboard.press("Space");
  expect(await boxes.nth(2).isChecked()).toBe(true);
  await keyboard.press("Tab");
  await focused("Archive");
  await keyboard.press("Tab");
  await focused("Clear selection");
  await keyboard.press("Tab");
  expect(await page.locator("tbody tr:nth-child(2) :focus").count()).toBe(1);
  await keyboard.press("Escape");
  await button(page, "Clear selection").waitFor({ state: "hidden" });

  // The palette starts with the row that has the focus, or with the selected rows.
  await keyboard.press("Control+k");
  await page.getByRole("option", { name: "Rename" }).waitFor();
  await keyboard.press("Escape");
  await search(page).waitFor({ state: "hidden" });
  await boxes.nth(1).focus();
  await keyboard.press("Space");
  await boxes.nth(2).focus();
  await keyboard.press("Space");
  await keyboard.press("Control+k");
  await page.getByLabel("Search actions for 2 selected").fill("arch");
  await page.getByRole("option", { name: "Archive", exact: true }).waitFor();
  await keyboard.press("Enter");
  await page.getByText("2 projects archived").first().waitFor();
  await button(page, "Undo").click();

  await page.locator("h1").click();
  await keyboard.press("n");
  await keyboard.press("p");
  await heading(page, "New project").waitFor();
  await page.context().close();
});

test("keys lead to pages, and are letters in a field", async () => {
  const { page } = await visitorAs("admin");
  await page.keyboard.press("g");
  await page.keyboard.press("p");
  await heading(page, "Projects").waitFor();
  await page.getByLabel("Find a project…").fill("");
  await page.keyboard.type("gd?");
  expect(await page.getByLabel("Find a project…").inputValue()).toBe("gd?");
  expect(await heading(page, "Projects").count()).toBe(1);
  await page.keyboard.press("Escape");
  await page.locator("h1").click();
  await page.keyboard.press("?");
  await heading(page, "Keyboard shortcuts").waitFor();
  expect(await faultsInBothThemes(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await heading(page, "Keyboard shortcuts").waitFor({ state: "hidden" });
  await page.context().close();
});

test("the palette changes the theme, finds an invited address and the user's own pages, and signs out", async () => {
  const { page } = await visitorAs("admin");
  const choose = async (words: string, option: string | RegExp) => {
    await page.keyboard.press("Control+k");
    await search(page).fill(words);
    await page.getByRole("option", { name: option }).first().waitFor();
    await page.keyboard.press("Enter");
    await search(page).waitFor({ state: "hidden" });
  };
  const theme = () =>
    page.evaluate(() => document.documentElement.dataset.theme);
  await choose("dark", "Dark theme");
  expect(await theme()).toBe("dark");
  const { origin } = new URL(page.url());
  const answer = await page.request.get(
    `${origin}/api/organizations/acme/invitations`,
  );
  const { items } = (await answer.json()) as { items: { email: string }[] };
  const email = items[0]?.email ?? "";
  await choose(email, new RegExp(`^${email}.*Pending invitation`, "s"));
  await page.waitForURL(/status=invited/);
  await page.keyboard.press("Control+k");
  await search(page).fill(email);
  await page.getByRole("option", { name: "Revoke…" }).click();
  await heading(page, "Revoke this invitation?").waitFor();
  await page.keyboard.press("Escape");
  await heading(page, "Revoke this invitation?").waitFor({ state: "hidden" });
  await choose("2fa", "Two-factor authentication");
  await heading(page, "Two-factor authentication").waitFor();
  await page.goBack();
  await heading(page, "People").waitFor();
  await choose("log out", "Sign out");
  await heading(page, "Sign in").waitFor();
  await page.context().close();
});

test("a shortcut works while the list of shortcuts closes", async () => {
  const { page } = await visitorAs("admin");
  await page.keyboard.press("?");
  await heading(page, "Keyboard shortcuts").waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.press("g");
  await page.keyboard.press("p");
  await heading(page, "Projects").waitFor();
  await page.context().close();
});

test("a viewer finds nothing that would be refused", async () => {
  const { page } = await visitorAs("viewer");
  await page.keyboard.press("Control+k");
  await search(page).waitFor();
  const offered = await page.getByRole("option").allInnerTexts();
  expect(offered.join("\n")).toContain("Dashboard");
  expect(offered.join("\n")).not.toMatch(/Billing|Audit|New project|Invite/);
  await page.keyboard.press("g");
  await search(page).fill("kwame");
  await page.getByRole("option", { name: "Copy email" }).waitFor();
  const actions = await page.getByRole("option").allInnerTexts();
  expect(actions.join("\n")).not.toMatch(/Suspend|Remove|Change role|events/);
  await search(page).fill("nothing is called so");
  await page.getByText("No results for").waitFor();
  await page.context().close();
});
