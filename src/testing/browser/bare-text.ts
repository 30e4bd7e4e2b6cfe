import type { Page } from "playwright-core";
import { MARKS } from "#client/lib/language/pseudo";

/** Names that are the same in every language. */
const NAMES =
  /^(localhost.*|[A-Z][a-z]{2} \d{1,2}, \d{4}, .* UTC|Tenantry|Free|Team|Business|GitHub|Google|English|Deutsch|TXT|UTC|CSV|JSON|Acme|[A-Z]{1,3}|[\w/]+\/[\w/]+)$/;

/**
 * Returns the texts of a page that come from no language catalogue. The page is shown in a test language that puts
 * marks around every text from a catalogue.
 *
 * Data from the server, times and code do not count.
 * @param data every text in the server's answers
 */
export async function bareTexts(
  page: Page,
  data: ReadonlySet<string>,
): Promise<string[]> {
  const said = await page.evaluate(textsOf);
  return [...new Set(said)]
    .map((text) => outsideOfMarks(text).replace(/^[·\s]+|[·\s]+$/g, ""))
    .filter((text) => /\p{L}{2}/u.test(text))
    .filter((text) => !NAMES.test(text) && !data.has(text))
    .filter((text) => !text.split(" · ").every((part) => data.has(part)));
}

function outsideOfMarks(text: string): string {
  const [open, close] = MARKS;
  const innermost = new RegExp(`${open}[^${open}${close}]*${close}`, "gu");
  let [before, after] = [text, text.replace(innermost, "")];
  while (after !== before)
    [before, after] = [after, after.replace(innermost, "")];
  return after;
}

/**
 * Returns all texts of the page, including texts for screen readers and placeholders. The function runs in the browser.
 */
function textsOf(): string[] {
  const DATA =
    "time, code, bdi, pre, style, script, noscript, [lang]:not(html), option";
  const ATTRIBUTES = ["aria-label", "placeholder", "title", "alt"];
  const texts: string[] = [document.title.replace(/ · .*$/, "")];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { parentElement, textContent } = walker.currentNode;
    if (parentElement && !parentElement.closest(DATA))
      texts.push(textContent ?? "");
  }
  for (const element of document.body.querySelectorAll("*"))
    for (const name of ATTRIBUTES)
      if (element.tagName !== "TIME" && element.hasAttribute(name))
        texts.push(element.getAttribute(name) ?? "");
  return texts;
}

/** Returns every text in a JSON value, at any depth. */
export function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
