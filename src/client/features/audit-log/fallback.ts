import { type AuditChange, type AuditEvent, rowOf, textIn } from "./event.ts";
import { inWords } from "./field-words.ts";
import type { Part } from "./sentence-parts.ts";
import { texts as wordsTexts } from "./words/texts.ts";

/** What is known of any event, whatever it is: what happened to which rows, or at least what it is called. */
export function fallback({ action, changes }: AuditEvent): Part[] {
  const [first] = changes;
  if (!first) return wordsTexts().sentences.unknown(action);
  const name = nameIn(first);
  const what = [
    ...touched(first),
    ...(name ? wordsTexts().sentences.rowNamed(name) : []),
  ];
  const more = changes.length - 1;
  return more === 0 ? what : [...what, ...wordsTexts().sentences.andMore(more)];
}

function touched({ table, before, after }: AuditChange): Part[] {
  const { rowAdded, rowChanged, rowRemoved } = wordsTexts().sentences;
  const what = inWords(table);
  if (!before) return rowAdded(what);
  return after ? rowChanged(what) : rowRemoved(what);
}

function nameIn(change: AuditChange): string {
  const row = rowOf(change);
  return textIn(row, "name") || textIn(row, "email");
}
