import { onCleanup, onMount } from "solid-js";

/**
 * Takes the unfinished text of a field when the field loses the focus, and before its form is submitted. Waits while
 * a mouse button is pressed, because taking the text may move the page, and the click would miss its target.
 *
 * @returns a handler for the field's `focusout`
 */
export function createUnfinishedText(
  input: () => HTMLInputElement | undefined,
  take: (input: HTMLInputElement) => void,
): () => void {
  let isPressed = false;
  const press = () => void (isPressed = true);
  const release = () => void (isPressed = false);
  const takeNow = () => {
    const found = input();
    if (found) take(found);
  };
  const takeBeforeSending = ({ target }: Event) => {
    const found = input();
    if (found && found.form === target) take(found);
  };
  onMount(() => {
    document.addEventListener("mousedown", press, true);
    document.addEventListener("mouseup", release, true);
    document.addEventListener("submit", takeBeforeSending, true);
  });
  onCleanup(() => {
    document.removeEventListener("mousedown", press, true);
    document.removeEventListener("mouseup", release, true);
    document.removeEventListener("submit", takeBeforeSending, true);
  });
  return () => {
    if (!isPressed) return takeNow();
    // The text is taken after the click that follows `mouseup`, because the click may submit the form.
    const afterClick = () => setTimeout(takeNow);
    document.addEventListener("mouseup", afterClick, { once: true });
  };
}
