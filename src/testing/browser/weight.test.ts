import { expect, test } from "bun:test";
import { demoSuite } from "./suite";
import type { Page } from "playwright-core";
import { signInAs } from "./guest";
import { BY_ROLE } from "./pages";
import { settled } from "./visitor";
import { weightOf } from "./weight";

const KB = 1000;

const { server, createVisitor } = demoSuite();

test.each([
  ["/sign-in", 150, "en-US"],
  ["/sign-in", 150, "de-DE"],
  ["/o/acme", 250, "en-US"],
  ["/o/acme", 250, "de-DE"],
  ["/o/acme/projects", 250, "en-US"],
  ["/o/acme/people", 250, "en-US"],
  ["/o/acme/settings/audit", 250, "en-US"],
  ["/o/acme/settings/billing", 250, "en-US"],
])("%s loads at most %d KB of scripts (%s)", async (path, most, locale) => {
  const { page, context } = await createVisitor({ locale });
  if (path !== "/sign-in")
    await signInAs(context, server.url.origin, BY_ROLE.admin);
  const { scripts } = await weightOf(
    page,
    new URL(path, server.url).href,
    arrived,
  );
  expect(scripts).toBeGreaterThan(50 * KB);
  expect(scripts).toBeLessThanOrEqual(most * KB);
  await context.close();
});

async function arrived(page: Page) {
  await page.locator("h1").waitFor();
  await settled(page);
}

test("what has a hash in its name is kept for good, and the page that names it never", async () => {
  const page = await fetch(new URL("/sign-in", server.url));
  expect(page.headers.get("cache-control")).toMatch(/no-(cache|store)/);
  const [script] = /\/assets\/[\w-]+\.js/.exec(await page.text()) ?? [];
  const answer = await fetch(new URL(script ?? "/", server.url), {
    headers: { "accept-encoding": "br" },
    decompress: false,
  });
  expect(answer.headers.get("cache-control")).toContain("immutable");
  expect(answer.headers.get("content-encoding")).toBe("br");
});
