import type { Browser, BrowserContext, Page } from "playwright-core";
import type { TestServer } from "../kit";

/** One person at one browser of their own. Whatever the page complains about is collected and must be nothing. */
export interface Visitor {
  page: Page;
  context: BrowserContext;
  /** Opens a path of the server. */
  open(path: string, page?: Page): Promise<void>;
  /** Opens the link in the newest mail to the address. */
  openMailedLink(email: string): Promise<void>;
  /** Console errors, refused contents and failed scripts so far. */
  complaints: string[];
}

export async function createVisitor(
  browser: Browser,
  server: TestServer,
): Promise<Visitor> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: "reduce",
  });
  context.setDefaultTimeout(10_000);
  const complaints: string[] = [];
  context.on("page", (page) => listen(page, complaints));
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
    // The browser itself reports every refused request; the tests look at what the page makes of it.
    const isRefusal = message.text().startsWith("Failed to load resource");
    if (message.type() === "error" && !isRefusal)
      complaints.push(message.text());
  });
}
