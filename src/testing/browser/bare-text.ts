import type { Page } from "playwright-core";
import { MARKS } from "#client/lib/language/pseudo";

/** Names of things, in every language the same. */
const NAMES =
  /^(localhost.*|[A-Z][a-z]{2} \d{1,2}, \d{4}, .* UTC|Tenantry|Free|Team|Business|GitHub|Google|English|Deutsch|TXT|UTC|CSV|JSON|Acme|[A-Z]{1,3}|[\w/]+\/[\w/]+)$/;

/**
 * What a page says that stands in no catalogue, when it is shown in the language of marks. What came from the server
 * as data, moments and code are nobody's words.
 *
 * @param data every text that the server has answered with
 */
export async function bareTexts(
  page: Page,
  data: ReadonlySet<string>,
): Promise<string[]> {
  const said = await page.evaluate(textsOf);
  return [...new Set(said)]
    .map((text) => outsideOfMarks(text).trim())
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

/** Runs in the page: its texts, and those that are read aloud or stand in empty fields. */
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

/** Every text in an answer, however deep. */
export function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
