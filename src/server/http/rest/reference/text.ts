import { html } from "hono/html";

export type Html = ReturnType<typeof html>;

/** Renders a text of the document: paragraphs, `code`, **strong** and [links](/path) as in Markdown. */
export function paragraphs(text: string): Html[] {
  return text
    .trim()
    .split(/\n\s*\n/)
    .map((paragraph) => html`<p>${inline(paragraph)}</p>`);
}

const MARKED =
  /(`[^`]+`|\*\*[^*]+\*\*|\[[^\]]+\]\((?:https?:\/\/|\/|#)[^)\s]*\))/;

export function inline(text: string): (string | Html)[] {
  return text.split(MARKED).map((part) => {
    if (/^`.+`$/.test(part)) return html`<code>${part.slice(1, -1)}</code>`;
    if (/^\*\*.+\*\*$/.test(part))
      return html`<strong>${part.slice(2, -2)}</strong>`;
    const [, label, address] = /^\[(.+)\]\((.+)\)$/.exec(part) ?? [];
    return label && address ? html`<a href="${address}">${label}</a>` : part;
  });
}

/** Joins alternatives as in a sentence: `a, b or c`. */
export function alternatives(parts: readonly (string | Html)[]) {
  return parts.flatMap((part, index) => {
    if (index === 0) return [part];
    return [index === parts.length - 1 ? " or " : ", ", part];
  });
}

/** Shows JSON with two spaces of indentation. */
export function json(value: unknown): string {
  return JSON.stringify(value, null, 2);
}

/** Shows code. Long lines wrap, so that the block never scrolls sideways. */
export function code(text: string): Html {
  return html`<pre><code>${text}</code></pre>`;
}
