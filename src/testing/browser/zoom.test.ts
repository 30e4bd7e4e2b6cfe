import { expect, test } from "bun:test";
import { browserSuite } from "./suite";
import type { Locator } from "playwright-core";
import { carrySession } from "./guest";

/** The size in which a window of 1280 x 800 pixels shows a page at a zoom of 200 %. */
const ZOOMED = { width: 640, height: 400 };

const { server, createVisitor } = browserSuite();

async function edges(element: Locator) {
  await element.evaluate((shown) =>
    Promise.all(shown.getAnimations().map(({ finished }) => finished)),
  );
  const box = await element.boundingBox();
  if (!box) throw new Error("Nothing is shown.");
  return { top: box.y, bottom: box.y + box.height };
}

test("at 200 % what opens above a page stays within the window, whole lists and the buttons of dialogs too", async () => {
  const ana = await server.person("Ana Costa");
  const org = await server.organization(ana, "Zoomed");
  const { page, context } = await createVisitor();
  await carrySession(context, server.url, ana);
  await page.setViewportSize(ZOOMED);
  const open = (path: string) =>
    page.goto(new URL(`/o/${org.slug}/${path}`, server.url).href);

  await open("settings/audit");
  await page.getByRole("button", { name: /^Action/ }).click();
  const list = page.getByRole("listbox", { name: "Action" });
  await list.getByRole("option").first().waitFor();
  await expectWithin(list);

  await open("projects?new=1");
  await page.getByRole("dialog").waitFor();
  await expectWithin(page.getByRole("dialog"));
  await expectWithin(page.getByRole("button", { name: "Create project" }));
});

async function expectWithin(element: Locator): Promise<void> {
  const { top, bottom } = await edges(element);
  expect(top).toBeGreaterThanOrEqual(0);
  expect(bottom).toBeLessThanOrEqual(ZOOMED.height);
}
