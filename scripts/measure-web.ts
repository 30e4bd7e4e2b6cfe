import type { Page } from "playwright-core";
import { seedDemo } from "#server/cli/seed/demo";
import { signInAs } from "#testing/browser/guest";
import { launchBrowser } from "#testing/browser/launch";
import { BY_ROLE } from "#testing/browser/pages";
import { createVisitor, settled } from "#testing/browser/visitor";
import { weightOf } from "#testing/browser/weight";
import { startServer } from "#testing/kit/server";

/**
 * The pages to measure. Chromium loads each page three times with an empty cache, a processor four times slower, and a
 * connection of 10 Mbit/s with a latency of 40 ms; the script prints the medians as a table for docs/performance.md.
 */
const PAGES = [
  "/sign-in",
  "/o/acme",
  "/o/acme/projects",
  "/o/acme/people",
  "/o/acme/settings/audit",
  "/o/acme/settings/billing",
];
const ROUNDS = 3;
const SLOWER = 4;
const NETWORK = {
  offline: false,
  latency: 40,
  downloadThroughput: 1_250_000,
  uploadThroughput: 625_000,
};

/** All values are in milliseconds, except `shift`, which has no unit. */
interface Vitals {
  firstPaint: number;
  largestPaint: number;
  blocking: number;
  shift: number;
}

const server = await startServer();
await seedDemo(server.db, server.config);
const browser = await launchBrowser();
console.log(
  "| page | scripts KB | first paint ms | largest paint ms | blocked ms | shift |\n|---|---|---|---|---|---|",
);
for (const path of PAGES) {
  const rounds: Awaited<ReturnType<typeof measure>>[] = [];
  for (let round = 0; round < ROUNDS; round++) rounds.push(await measure(path));
  const median = (of: (one: (typeof rounds)[number]) => number) =>
    rounds.map(of).toSorted((one, other) => one - other)[
      Math.floor(ROUNDS / 2)
    ] ?? 0;
  const cells = [
    `\`${path}\``,
    (median(({ scripts }) => scripts) / 1000).toFixed(0),
    median(({ firstPaint }) => firstPaint).toFixed(0),
    median(({ largestPaint }) => largestPaint).toFixed(0),
    median(({ blocking }) => blocking).toFixed(0),
    median(({ shift }) => shift).toFixed(3),
  ];
  console.log(`| ${cells.join(" | ")} |`);
}
await browser.close();
await server.stop();

async function measure(path: string): Promise<Vitals & { scripts: number }> {
  const { page, context } = await createVisitor(browser, server);
  if (path !== "/sign-in")
    await signInAs(context, server.url.origin, BY_ROLE.admin);
  const devtools = await context.newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions", NETWORK);
  await page.addInitScript(watch);
  const { scripts } = await weightOf(
    page,
    new URL(path, server.url).href,
    async (there) => {
      await there.locator("h1").waitFor();
      await settled(there);
    },
  );
  const vitals = await readVitals(page);
  await context.close();
  return { ...vitals, scripts };
}

/** Records the measurements. It runs in the page before the scripts of the page. */
function watch(): void {
  const seen = { firstPaint: 0, largestPaint: 0, blocking: 0, shift: 0 };
  Object.assign(globalThis, { seen });
  const observe = (type: string, note: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({
      type,
      buffered: true,
    });
  observe("paint", ({ name, startTime }) => {
    if (name === "first-contentful-paint") seen.firstPaint = startTime;
  });
  observe("largest-contentful-paint", ({ startTime }) => {
    seen.largestPaint = startTime;
  });
  // A click waits while a task runs; only the part of a task beyond 50 ms counts as blocking.
  observe("longtask", ({ duration }) => {
    seen.blocking += Math.max(0, duration - 50);
  });
  observe("layout-shift", (entry) => {
    const { value, hadRecentInput } = entry as PerformanceEntry & {
      value: number;
      hadRecentInput: boolean;
    };
    if (!hadRecentInput) seen.shift += value;
  });
}

function readVitals(page: Page): Promise<Vitals> {
  return page.evaluate(() => (globalThis as unknown as { seen: Vitals }).seen);
}
