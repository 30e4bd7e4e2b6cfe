import { createEffect, on, onCleanup } from "solid-js";

/** What opened the things that are open, the outermost first. */
const openers: HTMLElement[] = [];

/**
 * Remembers what had the focus when something opened, for giving it back when it closes.
 * A menu is gone by then, so its button stands for it. When that is gone too (a deleted row, a dialog that is closed by a
 * question above it), what opened that stands for it, and the page's content at last.
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
