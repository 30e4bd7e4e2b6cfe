import type {
  Browser,
  BrowserContext,
  BrowserContextOptions,
  Page,
  Request,
} from "playwright-core";
import type { TestServer } from "../kit/server";
import { until } from "../kit/until";

/** A browser context with one page and the errors that the page reported. */
export interface Visitor {
  page: Page;
  context: BrowserContext;
  /** Opens a path of the server in the browser. */
  open(path: string, page?: Page): Promise<void>;
  /** Opens the link in the newest mail to the email address. */
  openMailedLink(email: string): Promise<void>;
  /** Console errors, blocked content and script errors of the pages so far. */
  complaints: string[];
}

export type VisitorOptions = Pick<
  BrowserContextOptions,
  "javaScriptEnabled" | "locale"
>;

export async function createVisitor(
  browser: Browser,
  server: TestServer,
  options: VisitorOptions = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: "reduce",
    ...options,
  });
  context.setDefaultTimeout(120_000);
  const complaints: string[] = [];
  context.on("page", (page) => {
    listen(page, complaints);
    follow(page);
  });
  const page = await context.newPage();
  const open = async (path: string, target = page) => {
    await target.goto(new URL(path, server.url).href);
  };
  return {
    page,
    context,
    complaints,
    open,
    async openMailedLink(email) {
      // Mails are sent at the same time, so the newest one need not be the last that was stored.
      const links = (await server.mailsTo(email)).map(
        ({ text }) => /https?:\/\/\S+#token=\S+/.exec(text)?.[0],
      );
      const link = links.find((one) => one !== undefined);
      if (!link) throw new Error(`No link was mailed to ${email}.`);
      await page.goto(link);
    },
  };
}

function listen(page: Page, complaints: string[]): void {
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    // Ignore the browser's own messages about failed requests. The tests check what the page shows instead.
    const isRefusal = message.text().startsWith("Failed to load resource");
    if (message.type() === "error" && !isRefusal)
      complaints.push(message.text());
  });
}

/** The requests of a page, without the live stream. */
interface Traffic {
  underWay: Set<Request>;
  /** How many requests have started. */
  started: number;
}

const traffic = new WeakMap<Page, Traffic>();

function follow(page: Page): void {
  const seen: Traffic = { underWay: new Set(), started: 0 };
  traffic.set(page, seen);
  page.on("request", (request) => {
    if (isStream(request)) return;
    seen.underWay.add(request);
    seen.started++;
  });
  const end = (request: Request) => void seen.underWay.delete(request);
  page.on("requestfinished", end);
  page.on("requestfailed", end);
}

function isStream(request: Request): boolean {
  return request.url().includes("/trpc/live.");
}

/**
 * Waits until the page has no request under way and has shown all answers, and starts no further request. The live
 * stream does not count.
 */
export async function settled(page: Page): Promise<void> {
  const seen = traffic.get(page);
  if (!seen) throw new Error("This is no page of a visitor.");
  let before: number;
  do {
    await until(
      "the page has no request under way",
      () => seen.underWay.size === 0 || undefined,
    );
    before = seen.started;
    await page.evaluate(waitUntilIdle);
  } while (seen.underWay.size > 0 || seen.started > before);
}

/** Waits until the page has painted and has nothing more to do, twice: the first time can start further work. */
async function waitUntilIdle(): Promise<void> {
  for (let turn = 0; turn < 2; turn++)
    await new Promise<void>((resolve) => {
      // A page behind another one paints nothing, so the browser may never call back.
      setTimeout(resolve, 2_000);
      requestAnimationFrame(() => requestIdleCallback(() => resolve()));
    });
}
