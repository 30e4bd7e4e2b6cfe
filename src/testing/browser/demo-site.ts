import type { Browser } from "playwright-core";
import { seedDemo } from "#server/cli/seed/demo";
import { startServer, type TestServer } from "../kit/server";
import { launchBrowser } from "./launch";

export interface Site {
  server: TestServer;
  browser: Browser;
}

/** A server with the demo's organizations and people, and a browser to look at it. */
export async function startDemoSite(): Promise<Site> {
  const [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  await seedDemo(server.db, server.config);
  return { server, browser };
}

export async function stopSite({ server, browser }: Site): Promise<void> {
  await browser.close();
  await server.stop();
}
