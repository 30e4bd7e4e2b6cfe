import { afterAll, beforeAll, expect, test } from "bun:test";
import type { Browser, Page } from "playwright-core";
import { expectStatus, startServer, type TestServer } from "../kit/server";
import { carrySession } from "./guest";
import { launchBrowser } from "./launch";
import { createVisitor } from "./visitor";

const PROJECTS = 240;

let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([
    startServer({ BILLING: "off" }),
    launchBrowser(),
  ]);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const link = (page: Page, number: number) =>
  page.getByRole("link", { name: nameOf(number), exact: true });
const nameOf = (number: number) => `Project ${String(number).padStart(3, "0")}`;

test("of a long list only what is near is in the document; the focus stays, and the end is reached", async () => {
  const ana = await server.person("Ana Costa");
  const org = await server.organization(ana, "Long");
  for (let number = 1; number <= PROJECTS; number++)
    expectStatus(
      await ana.post(`/organizations/${org.slug}/projects`, {
        name: nameOf(number),
      }),
      201,
    );
  const { page, context, complaints } = await createVisitor(browser, server);
  await carrySession(context, server.url, ana);
  await page.goto(new URL(`/o/${org.slug}/projects`, server.url).href);
  const more = page.getByRole("button", { name: /more projects/ });
  await more.waitFor();
  const first = page.getByRole("rowheader").getByRole("link").first();
  const firstName = await first.innerText();
  while (await more.isVisible()) {
    const before = await page.getByRole("table").getAttribute("aria-rowcount");
    const answer = page.waitForResponse(/projects\.list/);
    await more.click();
    await answer;
    await page.waitForFunction(
      (had) =>
        !document.querySelector("main button[disabled]") &&
        (document.querySelector("table")?.getAttribute("aria-rowcount") !==
          had ||
          had === null),
      before,
    );
  }
  const table = page.getByRole("table");
  expect(await table.getAttribute("aria-rowcount")).toBe(`${PROJECTS + 1}`);
  expect(await page.locator("tbody tr").count()).toBeLessThan(100);

  const last = firstName === nameOf(1) ? PROJECTS : 1;
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await link(page, last).waitFor();
  await page.evaluate(() => scrollTo(0, 0));
  await page.getByRole("link", { name: firstName, exact: true }).focus();
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await link(page, last).waitFor();
  expect(
    await page.evaluate(() => document.activeElement?.textContent),
  ).toContain(firstName);
  expect(complaints).toEqual([]);
}, 120_000);
