import { type Browser, chromium } from "playwright-core";
import { findOrInstallChromium } from "#scripts/chromium.ts";

const flags = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

let browser: Promise<Browser> | undefined;

/** Returns a headless Chromium that all test files of the process share. It ends with the process. */
export function sharedBrowser(): Promise<Browser> {
  browser ??= launchBrowser();
  return browser;
}

/** Starts a headless Chromium. The caller must close it. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = await findOrInstallChromium();
  // The sandbox is off, because Chromium's sandbox does not start for root, and containers run the tests as root.
  return chromium.launch({
    executablePath,
    chromiumSandbox: false,
    args: flags,
  });
}
