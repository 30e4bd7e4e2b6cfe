import { createEffect, on, onCleanup } from "solid-js";

/** The openers of the open dialogs and menus, the outermost first. */
const openers: HTMLElement[] = [];

/**
 * Remembers the focused element when something opens, to focus it again on closing. If it is gone by then (a menu
 * item, a deleted row, a closed dialog), falls back to the opener of its container, and at last to the page's
 * content.
 *
 * @returns the element to focus on closing
 */
export function createFocusReturn(
  isOpen: () => boolean,
): () => HTMLElement | null {
  let known: HTMLElement[] = [];
  createEffect(
    on(isOpen, (open) => {
      const opener = open ? focusedControl() : null;
      if (!opener) return;
      known = [...openers, opener];
      openers.push(opener);
      onCleanup(() => openers.splice(openers.lastIndexOf(opener), 1));
    }),
  );
  return () =>
    known.findLast(({ isConnected }) => isConnected) ??
    document.getElementById("main");
}

function focusedControl(): HTMLElement | null {
  const { activeElement } = document;
  const menu = activeElement?.closest("[role=menu]");
  const trigger = menu?.getAttribute("aria-labelledby");
  if (trigger) return document.getElementById(trigger);
  return activeElement instanceof HTMLElement ? activeElement : null;
}
