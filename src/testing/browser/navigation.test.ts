import { expect, test } from "bun:test";
import { browserSuite } from "./suite";
import { button, heading, link } from "./locators";
import type { Page } from "playwright-core";
import { expectStatus } from "../kit/server";
import { until } from "../kit/until";
import { faultsInBothThemes } from "./faults";

const { server, signedIn, createVisitor } = browserSuite();

const titled = (page: Page, title: string) =>
  page.waitForFunction((expected) => document.title === expected, title);

test("Back returns to the same place in a list", async () => {
  const ana = await server.person("Ana Costa");
  const { slug } = await server.organization(ana, "Acme");
  for (let number = 1; number <= 30; number++)
    expectStatus(
      await ana.post(`/organizations/${slug}/projects`, {
        name: `Project ${number}`,
      }),
      201,
    );
  const { page } = await signedIn(ana, `/o/${slug}/projects`);
  const project = link(page.getByRole("table"), "Project 4");
  await project.scrollIntoViewIfNeeded();
  const placeOf = () => page.evaluate(() => scrollY);
  const place = await placeOf();
  expect(place).toBeGreaterThan(200);
  await project.click();
  await heading(page, "Project 4").waitFor();
  expect(await placeOf()).toBe(0);
  await page.goBack();
  await project.waitFor();
  await until(
    "the list is where it was",
    async () => (await placeOf()) === place || undefined,
  );
});

test("a page outside of organizations leads back to the last organization", async () => {
  const ana = await server.person("Ana Costa");
  const first = await server.organization(ana, "First");
  await server.organization(ana, "Second");
  const { page } = await signedIn(ana, `/o/${first.slug}/people`);
  await heading(page, "People").waitFor();
  await page.getByRole("button", { name: /^Your account/ }).click();
  await page.getByRole("menuitem", { name: "Account settings" }).click();
  await heading(page, "Profile").waitFor();
  expect(await faultsInBothThemes(page)).toEqual([]);
  await link(page, "Back to First").click();
  await page.waitForURL(`**/o/${first.slug}/people`);
});

test("the title of a tab names the page and the organization", async () => {
  const ana = await server.person("Ana Costa");
  const { slug } = await server.organization(ana, "Acme");
  const { page, open } = await signedIn(ana, `/o/${slug}`);
  await titled(page, "Dashboard · Acme · Tenantry");
  await open(`/o/${slug}/people`);
  await titled(page, "People · Acme · Tenantry");
  await open("/account");
  await titled(page, "Profile · Tenantry");
});

test("the navigation on a phone leads to the settings and to other organizations", async () => {
  const ana = await server.person("Ana Costa");
  const first = await server.organization(ana, "First");
  const second = await server.organization(ana, "Second");
  const { page, open } = await signedIn(ana);
  await page.setViewportSize({ width: 390, height: 844 });
  await open(`/o/${first.slug}/settings`);
  const openSheet = () => button(page, "Open navigation").click();
  const sheet = page.getByRole("dialog", { name: "Navigation" });
  await openSheet();
  expect(await faultsInBothThemes(page)).toEqual([]);
  await link(sheet, "Billing").click();
  await heading(page, "Billing").waitFor();
  await openSheet();
  await link(sheet, "Second").click();
  await page.waitForURL(`**/o/${second.slug}`);
});

test.each([
  ["/o/acme/projects", "page"],
  ["/o/acme/settings/billing", "settings"],
  ["/account", "settings"],
  ["/help/roles", "settings"],
  ["/organizations", "page"],
  ["/sign-in", "card"],
  ["/o/acme/welcome", "card"],
])("%s shows a frame until its scripts arrive", async (path, kind) => {
  const { page } = await createVisitor();
  const scripts = Promise.withResolvers<void>();
  await page.route("**/assets/*.js", async (route) => {
    await scripts.promise;
    await route.continue();
  });
  await page.goto(new URL(path, server.url).href, { waitUntil: "commit" });
  const frame = page.locator("#first-frame");
  // Before the styles arrive, all frames are visible.
  const others = frame.locator(`:scope > :not([data-for~="${kind}"])`);
  await others.waitFor({ state: "hidden" });
  await frame
    .locator(`:scope > [data-for~="${kind}"] [data-part=content]`)
    .waitFor();
  scripts.resolve();
  await page.getByRole("heading", { level: 1 }).waitFor();
  await frame.waitFor({ state: "hidden" });
});
