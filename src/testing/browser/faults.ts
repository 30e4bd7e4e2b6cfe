import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

/** The accessibility violations that axe finds, in the light and the dark theme. */
export async function faultsInBothThemes(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.evaluate(waitForTransitions);
    // In the page itself rather than in a second one, which would cost as much again.
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode(true)
      .analyze();
    for (const { id, nodes } of violations)
      faults.push(`${colorScheme}: ${id}: ${nodes[0]?.html ?? ""}`);
  }
  return faults;
}

// During a transition the contrast is not the final one. Endless animations are skipped.
async function waitForTransitions(): Promise<void> {
  const ending = document
    .getAnimations()
    .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
  await Promise.allSettled(ending.map(({ finished }) => finished));
}

/** By how many pixels a page is wider than its window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
}
