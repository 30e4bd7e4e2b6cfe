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
      const [mail] = await server.mailsTo(email);
      const link = /https?:\/\/\S+#token=\S+/.exec(mail?.text ?? "")?.[0];
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

const QUIET_MS = 500;
const traffic = new WeakMap<Page, { underWay: Set<Request>; at: number }>();

function follow(page: Page): void {
  const seen = { underWay: new Set<Request>(), at: performance.now() };
  traffic.set(page, seen);
  const end = (request: Request) => {
    if (seen.underWay.delete(request)) seen.at = performance.now();
  };
  page.on("request", (request) => {
    if (!isStream(request)) seen.underWay.add(request);
  });
  page.on("requestfinished", end);
  page.on("requestfailed", end);
}

function isStream(request: Request): boolean {
  return request.url().includes("/trpc/live.");
}

/** Waits until the page has no open request. The live stream does not count. */
export async function settled(page: Page): Promise<void> {
  await until("the page has no request under way", () => {
    const seen = traffic.get(page);
    if (!seen) throw new Error("This is no page of a visitor.");
    const isQuiet = performance.now() - seen.at > QUIET_MS;
    return (seen.underWay.size === 0 && isQuiet) || undefined;
  });
}
