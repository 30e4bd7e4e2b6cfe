import { onCleanup } from "solid-js";

/** The time after `g` in which the second key of a shortcut is accepted. */
const SECOND_KEY_WITHIN_MS = 1500;

export interface Shortcuts {
  onPalette: () => void;
  onHelp: () => void;
  /**
   * Opens the page that belongs to a key.
   * @returns whether a page belongs to the key
   */
  onGoTo: (key: string) => boolean;
}

/** Listens for keyboard shortcuts while the calling component is mounted. */
export function listenForShortcuts(shortcuts: Shortcuts): void {
  let waitsSince = Number.NEGATIVE_INFINITY;
  const press = (event: KeyboardEvent) => {
    if (isPaletteKey(event)) {
      event.preventDefault();
      shortcuts.onPalette();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.defaultPrevented || isCaptured(event.target)) return;
    const follows = event.timeStamp - waitsSince < SECOND_KEY_WITHIN_MS;
    waitsSince = Number.NEGATIVE_INFINITY;
    if (follows && shortcuts.onGoTo(event.key)) event.preventDefault();
    else if (event.key === "g") waitsSince = event.timeStamp;
    else if (event.key === "?") shortcuts.onHelp();
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
      "input, textarea, select, [contenteditable], [role=dialog]:not([data-state=closed]), [role=alertdialog]:not([data-state=closed]), [role=menu]:not([data-state=closed]), [role=listbox]:not([data-state=closed])",
    ) !== null
  );
}
