import { expect, test } from "bun:test";
import type { Page } from "playwright-core";
import { faultsInBothThemes, overflow } from "./faults";
import { button, heading, link } from "./locators";
import { browserSuite } from "./suite";

const { server, signedIn } = browserSuite({
  SUPPORT_EMAIL: "help@example.test",
});

const openMenu = (page: Page) => button(page, /^Your account/).click();
const item = (page: Page, name: string) =>
  page.getByRole("menuitem", { name, exact: true });

test("the menu of the user and the pages of settings lead to the help", async () => {
  const ana = await server.person("Ana Costa");
  const { slug } = await server.organization(ana);
  const { page } = await signedIn(ana, `/o/${slug}/settings/domains`);
  await link(page, /^Learn more/).click();
  await heading(page, "Domains").waitFor();
  await page.getByText("Add the DNS record").waitFor();
  expect(await faultsInBothThemes(page)).toEqual([]);
  await link(page, "Roles and permissions").first().click();
  await page.getByText("What you can grant").waitFor();
  await page.setViewportSize({ width: 390, height: 800 });
  expect(await overflow(page)).toBe(0);
  await page.setViewportSize({ width: 1280, height: 800 });

  await openMenu(page);
  expect(await item(page, "Contact support").getAttribute("href")).toBe(
    "mailto:help@example.test",
  );
  expect(await item(page, "Keyboard shortcuts").count()).toBe(0);
  await item(page, "What’s new").click();
  await page.getByText("Upgrading from an earlier commit").waitFor();
  await page.goto(new URL(`/o/${slug}`, server.url).href);
  await openMenu(page);
  await item(page, "Keyboard shortcuts").click();
  await heading(page, "Keyboard shortcuts").waitFor();
  await page.keyboard.press("Escape");
  await openMenu(page);
  await item(page, "API reference").click();
  await page.waitForURL(/\/api\/docs$/);
});
