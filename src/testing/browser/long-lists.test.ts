import { expect, test } from "bun:test";
import { browserSuite } from "./suite";
import type { Page } from "playwright-core";
import { expectStatus } from "../kit/server";
import { carrySession } from "./guest";

const PROJECTS = 240;

const { server, createVisitor } = browserSuite({ BILLING: "off" });

const link = (page: Page, number: number) =>
  page.getByRole("link", { name: nameOf(number), exact: true });
const nameOf = (number: number) => `Project ${String(number).padStart(3, "0")}`;

test("a long list renders only rows near the window, keeps the focus and reaches its end", async () => {
  const ana = await server.person("Ana Costa");
  const org = await server.organization(ana, "Long");
  for (let number = 1; number <= PROJECTS; number++)
    expectStatus(
      await ana.post(`/organizations/${org.slug}/projects`, {
        name: nameOf(number),
      }),
      201,
    );
  const { page, context } = await createVisitor();
  await carrySession(context, server.url, ana);
  await page.goto(new URL(`/o/${org.slug}/projects`, server.url).href);
  const more = page.getByRole("button", { name: "Load more" });
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
});
