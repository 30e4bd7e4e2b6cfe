import type { Page } from "playwright-core";

/** Presses the Tab key until the control with this name has the focus. */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const passed: string[] = [];
  for (let stop = 0; stop < 120; stop++) {
    const current = await nameOfFocus(page);
    if (isMatch(current, name)) return;
    passed.push(current);
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not reach ${name}, but: ${passed.join(", ")}`);
}

/** Returns the accessible name of the control that has the focus. */
export function nameOfFocus(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement)) return "";
    const label =
      element instanceof HTMLInputElement ? element.labels?.[0] : undefined;
    const named = element.getAttribute("aria-label") ?? label?.textContent;
    return (named ?? element.textContent).trim();
  });
}

function isMatch(text: string, name: string | RegExp): boolean {
  return typeof name === "string" ? text === name : name.test(text);
}
