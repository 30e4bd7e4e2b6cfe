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

/** One headless Chromium for all test files of the process; it ends with the process. */
export function sharedBrowser(): Promise<Browser> {
  browser ??= launchBrowser();
  return browser;
}

/** A headless Chromium of its own; the caller closes it. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = await findOrInstallChromium();
  // Containers run the tests as root, where Chromium's own sandbox refuses to start.
  return chromium.launch({
    executablePath,
    chromiumSandbox: false,
    args: flags,
  });
}
