import { createEffect, on } from "solid-js";

/**
 * Remembers what had the focus when something opened, for giving it back when it closes.
 * A menu is gone by then, so its button stands for it; when that is gone too (a deleted row), the page's content.
 *
 * @returns the element to focus on closing
 */
export function createFocusReturn(
  isOpen: () => boolean,
): () => HTMLElement | null {
  let opener: HTMLElement | null = null;
  createEffect(
    on(isOpen, (open) => {
      if (open) opener = focusedControl();
    }),
  );
  return () => (opener?.isConnected ? opener : document.getElementById("main"));
}

function focusedControl(): HTMLElement | null {
  const { activeElement } = document;
  const menu = activeElement?.closest("[role=menu]");
  const trigger = menu?.getAttribute("aria-labelledby");
  if (trigger) return document.getElementById(trigger);
  return activeElement instanceof HTMLElement ? activeElement : null;
}
