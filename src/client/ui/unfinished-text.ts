import { onCleanup, onMount } from "solid-js";

/**
 * Says when the unfinished text of a field is to be taken: when the reader leaves the field, and before its form is sent.
 * While a mouse button is pressed nothing is taken, because what is taken may move the page: the button under the pointer
 * would leave it before the press becomes a click, and the click would be lost.
 *
 * @returns for the field's `focusout`
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
    // The click comes after this event, and may send the form.
    const afterClick = () => setTimeout(takeNow);
    document.addEventListener("mouseup", afterClick, { once: true });
  };
}
