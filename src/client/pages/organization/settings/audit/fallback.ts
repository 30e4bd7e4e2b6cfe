import { type AuditChange, type AuditEvent, rowOf, textIn } from "./event.ts";
import { inWords } from "./field-words.ts";
import { type Part, say } from "./say.ts";

/** What is known of any event, whatever it is: what happened to which rows, or at least what it is called. */
export function fallback({ action, changes }: AuditEvent): Part[] {
  const [first] = changes;
  if (!first) return say`did ${action}`;
  const name = nameIn(first);
  const what = [
    {
      text: `${verbOf(first)} ${inWords(first.table).toLowerCase()}`,
      isName: false,
    },
    ...(name ? say`: ${name}` : []),
  ];
  const more = changes.length - 1;
  return more === 0 ? what : [...what, ...say` and ${String(more)} more`];
}

function verbOf({ before, after }: AuditChange): string {
  if (!before) return "added to";
  return after ? "changed in" : "removed from";
}

function nameIn(change: AuditChange): string {
  const row = rowOf(change);
  return textIn(row, "name") || textIn(row, "email");
}
