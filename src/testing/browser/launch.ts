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

/**
 * A headless Chromium; whoever launches it closes it. `browser.newContext()` is a person of their own: two contexts
 * share no cookies and no storage.
 */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = await findOrInstallChromium();
  // Containers run the tests as root, where Chromium's own sandbox refuses to start.
  return chromium.launch({
    executablePath,
    chromiumSandbox: false,
    args: flags,
  });
}
