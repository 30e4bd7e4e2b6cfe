import { onCleanup } from "solid-js";

const forms = new Map<symbol, "touched" | "submitted">();

/**
 * Whether the page has a form with input that would be lost.
 *
 * @param isRefused the last request was refused, so submitted forms count too
 */
export function hasTouchedForm(isRefused: boolean): boolean {
  const states = [...forms.values()];
  return isRefused ? states.length > 0 : states.includes("touched");
}

/** Tracks whether a form was touched and submitted, until it is unmounted. */
export function createTouched() {
  const form = Symbol("form");
  let isTouched = false;
  onCleanup(() => forms.delete(form));
  return {
    /** Stays true after submitting, because a finished form is unmounted. */
    isTouched: () => isTouched,
    markTouched: () => {
      isTouched = true;
      forms.set(form, "touched");
    },
    markSubmitted: () => void forms.set(form, "submitted"),
  };
}
