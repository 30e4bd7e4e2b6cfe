import { onCleanup } from "solid-js";

const begun = new Set<symbol>();

/** Whether somebody is in the middle of filling in a form of the page. */
export function isFormBegun(): boolean {
  return begun.size > 0;
}

/** For a form: notes that something was typed into it, and that it was sent. Taken down, it is not begun any more. */
export function createBegun() {
  const form = Symbol("form");
  const end = () => void begun.delete(form);
  onCleanup(end);
  return { begin: () => void begun.add(form), end };
}
