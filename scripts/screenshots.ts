import { mkdir, rm } from "node:fs/promises";
import { resolve } from "node:path";
import type { Browser, Page } from "playwright-core";
import { visit } from "#testing/browser/guest.ts";
import { launchBrowser } from "#testing/browser/launch.ts";
import { buildWeb } from "./build-web.ts";
import { installDependencies } from "./install.ts";
import { finish, root, seconds } from "./run.ts";
import { type Demo, startDemo } from "./screenshots/demo.ts";
import {
  docsPictures,
  everyPicture,
  type Picture,
} from "./screenshots/pictures.ts";

const args = process.argv.slice(2);
const isForDocs = args.includes("--docs");
const [place = isForDocs ? "docs/images" : "dist/screenshots", word = ""] =
  args.filter((arg) => !arg.startsWith("--"));
const folder = resolve(root, place);

/**
 * `screenshots [folder [word]]` takes the pictures whose names contain the word; `screenshots --docs` takes the
 * pictures of the docs.
 */
await finish(async () => {
  const started = performance.now();
  await installDependencies();
  await buildWeb();
  const browser = await launchBrowser();
  const demo = await startDemo(browser);
  try {
    if (!isForDocs) await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    const pictures = isForDocs ? docsPictures : everyPicture;
    const wanted = pictures.filter(({ name }) => name.includes(word));
    const faults = await takeAll(wanted, browser, demo);
    console.log(`${wanted.length} pictures in ${seconds(started)}: ${folder}`);
    faults.forEach((fault) => console.error(fault));
    return faults.length > 0 ? 1 : 0;
  } finally {
    await browser.close();
    await demo.stop();
  }
});

async function takeAll(
  pictures: readonly Picture[],
  browser: Browser,
  demo: Demo,
) {
  const faults: string[] = [];
  // All pictures of a user on a device share one browser context, because opening a context is slow.
  const groups = Map.groupBy(pictures, ({ as, width }) => `${as} ${width}`);
  for (const group of groups.values()) {
    const context = await contextOf(group, browser, demo);
    const page = await context.newPage();
    for (const picture of group)
      await take(picture, page, demo).catch((error: unknown) =>
        faults.push(`${picture.name}: ${String(error).split("\n")[0]}`),
      );
    await context.close();
  }
  return faults;
}

async function contextOf(
  [first]: readonly Picture[],
  browser: Browser,
  demo: Demo,
) {
  const { as, width = 1280, height = 800, scale = 1 } = first ?? {};
  const context = await browser.newContext({
    viewport: { width, height },
    reducedMotion: "reduce",
    deviceScaleFactor: scale,
    hasTouch: width < 640,
    isMobile: width < 640,
    ...(as && { storageState: await demo.cookiesOf(as) }),
  });
  context.setDefaultTimeout(5_000);
  return context;
}

async function take(picture: Picture, page: Page, demo: Demo) {
  await page.emulateMedia({ colorScheme: picture.theme });
  const path = picture.path.replace(":invitation", demo.invitation);
  await visit(page, demo.origin, { ...picture, path }, demo.project);
  await picture.open?.(page);
  const { width, height } = picture;
  // The viewport is enlarged, because Playwright's `fullPage` turns off touch emulation and so makes buttons small.
  if (picture.isWhole)
    await page.setViewportSize({ width, height: await heightOf(page, height) });
  const file = resolve(folder, `${picture.name}.png`);
  await page.screenshot({ path: file, caret: "hide" });
  await page.setViewportSize({ width, height });
}

function heightOf(page: Page, least: number): Promise<number> {
  return page.evaluate(
    (height) => Math.max(height, document.documentElement.scrollHeight),
    least,
  );
}
