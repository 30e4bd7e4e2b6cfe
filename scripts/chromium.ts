import { existsSync } from "node:fs";
import { canInstallFromDebian, installFromDebian } from "./debian-package.ts";
import { runBun, seconds, StepFailed } from "./run.ts";

const usualPlaces = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** Returns the path of a Chromium for the browser tests, and installs one if the machine has none. */
export async function findOrInstallChromium() {
  const found = (await findChromium()) ?? (await installChromium());
  if (found) return found;
  throw new StepFailed(
    "The browser tests need Chromium and it could not be installed. Install Chromium or Chrome, or set CHROMIUM_PATH to its program, and run again.",
  );
}

/** Returns the path of a Chromium: the one in `CHROMIUM_PATH`, the system's, or the one of Playwright. */
export async function findChromium() {
  const { CHROMIUM_PATH } = process.env;
  if (CHROMIUM_PATH && !existsSync(CHROMIUM_PATH)) {
    throw new StepFailed(
      `CHROMIUM_PATH names ${CHROMIUM_PATH}, which is not there.`,
    );
  }
  const places = [
    CHROMIUM_PATH ?? [],
    usualPlaces,
    await playwrightsOwn(),
  ].flat();
  return places.find((place) => existsSync(place));
}

// The import is inside the function because this file is loaded before the packages are installed.
async function playwrightsOwn() {
  const { chromium } = await import("playwright-core");
  return chromium.executablePath();
}

async function installChromium() {
  const started = performance.now();
  console.log("Installing Chromium for the browser tests …");
  // Ubuntu's package `chromium` only installs a snap, and snaps do not work in containers. On Ubuntu, Playwright
  // downloads Chromium instead.
  const exitCode = canInstallFromDebian()
    ? await installFromDebian(["chromium", "fonts-noto-core"])
    : await installFromPlaywright();
  if (exitCode !== 0) return undefined;
  console.log(`Installed Chromium in ${seconds(started)}.`);
  return findChromium();
}

function installFromPlaywright() {
  const dependencies = process.getuid?.() === 0 ? ["--with-deps"] : [];
  return runBun([
    "node_modules/playwright-core/cli.js",
    "install",
    ...dependencies,
    "chromium",
  ]);
}
