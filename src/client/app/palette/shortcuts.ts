import { onCleanup } from "solid-js";
import type { Shortcut } from "#client/session/verbs/verb.ts";

/** The time after the first key in which the second key of a shortcut is accepted. */
const SECOND_KEY_WITHIN_MS = 1500;

export interface Shortcuts {
  onPalette: () => void;
  onHelp: () => void;
  /** A shortcut may follow. */
  onFirstKey: () => void;
  onShortcut: (shortcut: Shortcut) => void;
}

/** Listens for keyboard shortcuts while the calling component is mounted. */
export function listenForShortcuts(shortcuts: Shortcuts): void {
  let first: { key: Shortcut[0]; at: number } | undefined;
  const press = (event: KeyboardEvent) => {
    if (isPaletteKey(event)) {
      event.preventDefault();
      shortcuts.onPalette();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.defaultPrevented || isCaptured(event.target)) return;
    const { key, timeStamp } = event;
    const before = first;
    first = undefined;
    if (before && timeStamp - before.at < SECOND_KEY_WITHIN_MS) {
      event.preventDefault();
      shortcuts.onShortcut([before.key, key]);
    } else if (key === "g" || key === "n") {
      first = { key, at: timeStamp };
      shortcuts.onFirstKey();
    } else if (key === "?") shortcuts.onHelp();
  };
  document.addEventListener("keydown", press);
  onCleanup(() => document.removeEventListener("keydown", press));
}

function isPaletteKey({
  key,
  ctrlKey,
  metaKey,
  altKey,
  shiftKey,
}: KeyboardEvent) {
  const isAlone = !altKey && !shiftKey;
  return key.toLowerCase() === "k" && (ctrlKey || metaKey) && isAlone;
}

/**
 * Whether the element with the focus uses the keys itself: fields take letters as text, and dialogs, menus and lists
 * have their own keys.
 */
function isCaptured(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  return (
    target.closest(
      // A closed dialog keeps the focus until its closing animation ends.
      "input:not([type=checkbox]), textarea, select, [contenteditable], [role=dialog]:not([data-state=closed]), [role=alertdialog]:not([data-state=closed]), [role=menu]:not([data-state=closed]), [role=listbox]:not([data-state=closed])",
    ) !== null
  );
}
