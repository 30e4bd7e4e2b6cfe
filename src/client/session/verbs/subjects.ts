import { createSignal } from "solid-js";
import type { Subject } from "./verb.ts";

/** Marks the elements that know what their row is about. */
export const SUBJECT_MARK = "data-subject";

const ofRows = new WeakMap<Element, () => Subject>();
const [selection, setSelection] = createSignal<() => Subject>();

/** Says what the row around an element is about. */
export function markSubject(element: Element, subject: () => Subject): void {
  element.setAttribute(SUBJECT_MARK, "");
  ofRows.set(element, subject);
}

/** Says which rows are selected. */
export function setSelectedSubject(subject: (() => Subject) | undefined): void {
  setSelection(() => subject);
}

/** Returns the selected things, or else the thing whose row has the focus. */
export function currentSubject(): Subject | undefined {
  const selected = selection();
  if (selected) return selected();
  const mark = document.activeElement
    ?.closest("tr, [data-subject-row]")
    ?.querySelector(`[${SUBJECT_MARK}]`);
  return mark ? ofRows.get(mark)?.() : undefined;
}
