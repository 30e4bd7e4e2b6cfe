import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

/** Returns the accessibility violations that axe finds in the light and in the dark theme. */
export async function faultsInBothThemes(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.evaluate(waitForTransitions);
    // Legacy mode runs axe in the page itself. A second page would take twice the time.
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode(true)
      .analyze();
    for (const { id, nodes } of violations)
      faults.push(`${colorScheme}: ${id}: ${nodes[0]?.html ?? ""}`);
  }
  return faults;
}

// Wait for transitions, because the contrast is wrong until they end. Animations without an end are skipped.
async function waitForTransitions(): Promise<void> {
  const ending = document
    .getAnimations()
    .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
  await Promise.allSettled(ending.map(({ finished }) => finished));
}

/** Returns by how many pixels the page is wider than the window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
}
