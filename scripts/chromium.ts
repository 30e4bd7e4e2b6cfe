import { existsSync, readFileSync } from "node:fs";
import { runBun, runQuietly, seconds, StepFailed } from "./run.ts";

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
  const exitCode = canUseApt()
    ? await installFromDebian()
    : await installFromPlaywright();
  if (exitCode !== 0) return undefined;
  console.log(`Installed Chromium in ${seconds(started)}.`);
  return findChromium();
}

// Ubuntu's package of that name only points to a snap, which containers cannot install.
function canUseApt() {
  if (process.getuid?.() !== 0 || !existsSync("/etc/os-release")) return false;
  return /^ID=debian$/m.test(readFileSync("/etc/os-release", "utf8"));
}

async function installFromDebian() {
  const apt = ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=300"];
  const packages = ["chromium", "fonts-noto-core"];
  const install = ["install", "-y", "--no-install-recommends", ...packages];
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  const updated = await runQuietly([...apt, "update"], env);
  return updated || runQuietly([...apt, ...install], env);
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
