import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

/** The rules of axe that depend on colors. The themes differ in nothing else. */
const COLOR_RULES = ["color-contrast", "link-in-text-block"];

/** Returns the accessibility violations that axe finds: of all rules in the light theme, of colors in the dark theme. */
export async function faultsInBothThemes(page: Page): Promise<string[]> {
  return [
    ...(await faultsIn(page, "light", (axe) => axe)),
    ...(await faultsIn(page, "dark", (axe) => axe.withRules(COLOR_RULES))),
  ];
}

async function faultsIn(
  page: Page,
  colorScheme: "light" | "dark",
  choose: (axe: AxeBuilder) => AxeBuilder,
): Promise<string[]> {
  await page.emulateMedia({ colorScheme });
  await page.evaluate(waitForTransitions);
  // Legacy mode runs axe in the page itself. A second page would take twice the time.
  const axe = choose(new AxeBuilder({ page }).setLegacyMode(true));
  const { violations } = await axe.analyze();
  return violations.map(
    ({ id, nodes }) => `${colorScheme}: ${id}: ${nodes[0]?.html ?? ""}`,
  );
}

// Wait for transitions, because the contrast is wrong until they end. Animations without an end are skipped.
async function waitForTransitions(): Promise<void> {
  for (;;) {
    // A new color scheme reaches all styles with the next frame, and a transition can begin another one. A page behind
    // another one may paint no frame.
    await new Promise<void>((resolve) => {
      setTimeout(resolve, 2_000);
      requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
    });
    const ending = document
      .getAnimations()
      .filter(
        ({ effect, playState }) =>
          playState === "running" &&
          effect?.getComputedTiming().endTime !== Infinity,
      );
    if (ending.length === 0) return;
    await Promise.allSettled(ending.map(({ finished }) => finished));
  }
}

/** Returns by how many pixels the page is wider than the window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
}
