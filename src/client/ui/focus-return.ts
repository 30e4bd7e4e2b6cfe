import { createEffect, on, onCleanup } from "solid-js";

/** The elements that opened the currently open dialogs and menus, the outermost first. */
const openers: HTMLElement[] = [];

/**
 * Remembers the element that has the focus when a dialog opens, to focus it again when the dialog closes. If that
 * element was removed, such as a deleted row, the opener of the surrounding dialog or menu gets the focus, or else
 * the content of the page.
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
