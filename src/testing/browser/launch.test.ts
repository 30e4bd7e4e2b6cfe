import { afterAll, beforeAll, expect, test } from "bun:test";
import type { Browser, BrowserContext } from "playwright-core";
import { launchBrowser } from "./launch.ts";

const address = "http://127.0.0.1:";
const form = `<!doctype html><title>Empty</title><label>Name <input id="name"></label>
  <button onclick="localStorage.name = document.title = document.querySelector('input').value">Save</button>`;

let browser: Browser;
const server = Bun.serve({
  hostname: "127.0.0.1",
  port: 0,
  fetch: () => new Response(form, { headers: { "content-type": "text/html" } }),
});

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await server.stop(true);
});

test("two contexts of one browser are two persons", async () => {
  const ada = await openForm(await browser.newContext());
  const grace = await openForm(await browser.newContext());
  await ada.getByLabel("Name").fill("Ada");
  await ada.getByRole("button", { name: "Save" }).click();
  expect(await ada.title()).toBe("Ada");
  await grace.reload();
  expect(await grace.evaluate(() => localStorage.name)).toBeUndefined();
});

test("a page can be seen", async () => {
  const page = await openForm(await browser.newContext());
  const picture = await page.screenshot();
  expect(picture.subarray(1, 4).toString()).toBe("PNG");
});

async function openForm(context: BrowserContext) {
  const page = await context.newPage();
  await page.goto(`${address}${server.port}`);
  return page;
}
