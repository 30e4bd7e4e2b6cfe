import { createSignal } from "solid-js";

const [isAsked, setAsked] = createSignal(false);

/** Whether the user asked for the list of keyboard shortcuts outside of the command palette. */
export const isShortcutListAsked = isAsked;

export function askForShortcutList(): void {
  setAsked(true);
}

export function shortcutListShown(): void {
  setAsked(false);
}
