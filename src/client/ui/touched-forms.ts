import { onCleanup } from "solid-js";

const forms = new Map<symbol, "begun" | "sent">();

/**
 * Whether the page has a form in which something was typed that would be lost with it.
 *
 * @param isRefused what was sent was not taken, so that a form that was sent waits, too
 */
export function hasTouchedForm(isRefused: boolean): boolean {
  const states = [...forms.values()];
  return isRefused ? states.length > 0 : states.includes("begun");
}

/** For a form: notes that something was typed into it, and that it was sent. Taken down, it is neither any more. */
export function createTouched() {
  const form = Symbol("form");
  let isTouched = false;
  onCleanup(() => forms.delete(form));
  return {
    /** Whether something was typed into it; also once it was sent, since a form that is done is taken down. */
    isTouched: () => isTouched,
    begin: () => {
      isTouched = true;
      forms.set(form, "begun");
    },
    send: () => void forms.set(form, "sent"),
  };
}
