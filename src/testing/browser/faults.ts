import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

/** What is wrong with a page for those who see little or nothing, light and dark. */
export async function faultsInBothThemes(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.evaluate(whatMovesHasArrived);
    // In the page itself rather than in a second one, which would cost as much again.
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode(true)
      .analyze();
    for (const { id, nodes } of violations)
      faults.push(`${colorScheme}: ${id}: ${nodes[0]?.html ?? ""}`);
  }
  return faults;
}

// Half-way through a transition a text has a contrast that nobody is shown. What turns for ever is not waited for.
async function whatMovesHasArrived(): Promise<void> {
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
