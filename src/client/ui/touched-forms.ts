import { onCleanup } from "solid-js";

const forms = new Map<symbol, "touched" | "submitted">();

/**
 * Whether the page has a form with input that would be lost.
 *
 * @param isRefused whether the server refused the last request; then the input of submitted forms would be lost, too
 */
export function hasTouchedForm(isRefused: boolean): boolean {
  const states = [...forms.values()];
  return isRefused ? states.length > 0 : states.includes("touched");
}

/** Remembers whether the user has typed into a form and submitted it, until the form is unmounted. */
export function createTouched() {
  const form = Symbol("form");
  let isTouched = false;
  onCleanup(() => forms.delete(form));
  return {
    /** Stays true after the form was submitted, because a finished form is unmounted. */
    isTouched: () => isTouched,
    markTouched: () => {
      isTouched = true;
      forms.set(form, "touched");
    },
    markSubmitted: () => void forms.set(form, "submitted"),
  };
}
