import { expect, test } from "bun:test";
import { demoSuite } from "./suite";
import { button } from "./locators";
import type { Page } from "playwright-core";
import { faultsInBothThemes } from "./faults";

const { visitorAs } = demoSuite();

const field = (page: Page, name: string) =>
  page.getByRole("textbox", { name }).first();
const question = (page: Page) =>
  page.getByRole("alertdialog", { name: "Leave without saving?" });
/** The visible dialog. The locator also finds a dialog that is hidden from screen readers by the question on top. */
const dialog = (page: Page) => page.locator("[role=dialog]:visible");

/** Clicks in the corner of the page, where there is only the background of the dialog. */
const pressBeside = (page: Page) => page.mouse.click(5, 5);

interface FilledDialog {
  name: string;
  path: string;
  opener: string;
  fill(page: Page): Promise<void>;
}

const DIALOGS: FilledDialog[] = [
  {
    name: "an invitation with an address",
    path: "/o/acme/people",
    opener: "Invite people",
    fill: (page) => field(page, "Email addresses").fill("eve@acme.example,"),
  },
  {
    name: "an invitation with an unfinished address",
    path: "/o/acme/people",
    opener: "Invite people",
    fill: (page) => field(page, "Email addresses").fill("eve@ac"),
  },
  {
    name: "a new link with a number of uses",
    path: "/o/acme/people?tab=links",
    opener: "New link",
    fill: (page) => field(page, "Maximum uses").fill("3"),
  },
  {
    name: "a new project with a name",
    path: "/o/acme/projects",
    opener: "New project",
    fill: (page) => field(page, "Name").fill("Half a project"),
  },
  {
    name: "a new passkey with another name",
    path: "/account/passkeys",
    opener: "Add passkey",
    fill: (page) => field(page, "Name").fill("Blue key"),
  },
];

for (const { name, path, opener, fill } of DIALOGS)
  test(`${name} is not lost by Escape, by the cross or by a click beside it`, async () => {
    const visitor = await visitorAs("admin");
    const { page } = visitor;
    await visitor.open(path);
    await page.getByRole("button", { name: opener }).first().click();
    await dialog(page).waitFor();
    await fill(page);
    for (const close of [
      () => page.keyboard.press("Escape"),
      () => dialog(page).getByRole("button", { name: "Close" }).click(),
      () => pressBeside(page),
    ]) {
      await close();
      await question(page).waitFor();
      await button(page, "Cancel").last().click();
      await question(page).waitFor({ state: "detached" });
      await dialog(page).waitFor();
      // The focus is back in the dialog.
      await dialog(page).locator(":focus").waitFor();
    }
    await page.keyboard.press("Escape");
    await button(page, "Leave").click();
    await dialog(page).waitFor({ state: "detached" });
    await page
      .locator(":focus")
      .and(page.getByRole("button", { name: opener }))
      .waitFor();
  });

test("a dialog in which nothing was entered closes at once, and Cancel never asks", async () => {
  const visitor = await visitorAs("admin");
  const { page } = visitor;
  await visitor.open("/o/acme/people?tab=links");
  for (const close of [
    () => page.keyboard.press("Escape"),
    () => pressBeside(page),
    async () => {
      await field(page, "Maximum uses").fill("3");
      await button(page, "Cancel").click();
    },
  ]) {
    await button(page, "New link").first().click();
    await dialog(page).waitFor();
    await close();
    await dialog(page).waitFor({ state: "detached" });
    expect(await question(page).count()).toBe(0);
  }
});

test("a changed service account asks, and one that is as it was closes at once", async () => {
  const visitor = await visitorAs("admin");
  const { page } = visitor;
  await visitor.open("/o/acme/settings/api?tab=service-accounts");
  await button(page, "Actions for the service account Release bot").click();
  await page.getByRole("menuitem", { name: "Edit…" }).click();
  const name = field(page, "Name");
  await name.fill("Half a bot");
  await page.keyboard.press("Escape");
  await question(page).waitFor();
  expect(await faultsInBothThemes(page)).toEqual([]);
  // Escape closes only the question; the dialog stays open.
  await page.keyboard.press("Escape");
  await question(page).waitFor({ state: "detached" });
  expect(await name.inputValue()).toBe("Half a bot");
  await name.fill("Release bot");
  await page.keyboard.press("Escape");
  await dialog(page).waitFor({ state: "detached" });
  expect(await question(page).count()).toBe(0);
});
