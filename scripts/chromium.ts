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

/** The path of a Chromium to test with. Where there is none, it is installed as this system allows. */
export async function findOrInstallChromium() {
  const found = (await findChromium()) ?? (await installChromium());
  if (found) return found;
  throw new StepFailed(
    "The browser tests need Chromium and it could not be installed. Install Chromium or Chrome, or set CHROMIUM_PATH to its program, and run again.",
  );
}

/** The path of a Chromium that is there: CHROMIUM_PATH, the system's, or the one Playwright downloaded. */
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

// Imported late: this file is loaded before the packages are installed.
async function playwrightsOwn() {
  const { chromium } = await import("playwright-core");
  return chromium.executablePath();
}

async function installChromium() {
  const started = performance.now();
  console.log("Installing Chromium for the browser tests …");
  // Ubuntu's package of that name only points to a snap, which containers cannot install.
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
