import { onCleanup } from "solid-js";

const forms = new Map<symbol, "begun" | "sent">();

/**
 * Whether the page has a form with input that would be lost.
 *
 * @param isRefused the last request was refused, so submitted forms count too
 */
export function hasTouchedForm(isRefused: boolean): boolean {
  const states = [...forms.values()];
  return isRefused ? states.length > 0 : states.includes("begun");
}

/** Tracks whether a form was touched and submitted, until it is unmounted. */
export function createTouched() {
  const form = Symbol("form");
  let isTouched = false;
  onCleanup(() => forms.delete(form));
  return {
    /** Stays true after submitting, because a finished form is unmounted. */
    isTouched: () => isTouched,
    begin: () => {
      isTouched = true;
      forms.set(form, "begun");
    },
    send: () => void forms.set(form, "sent"),
  };
}
