import { onCleanup } from "solid-js";

const STOPS =
  "a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled]), [tabindex='0']";

/**
 * Makes the bar of a selection the next stop of the Tab key after the checkbox that the user has just ticked, as if the
 * bar came right after that checkbox. Shift+Tab leads back.
 *
 * @param bar returns the element of the bar
 */
export function createDetour(bar: () => HTMLElement | undefined) {
  let ticked: HTMLElement | undefined;
  const origin = () =>
    ticked?.isConnected ? ticked : document.getElementById("main");
  const press = (event: KeyboardEvent) => {
    if (event.key !== "Tab" || event.defaultPrevented) return;
    const target = targetOf(event);
    if (!target) return;
    event.preventDefault();
    target.focus();
  };
  const targetOf = ({ shiftKey }: KeyboardEvent) => {
    const { activeElement } = document;
    const stops = stopsIn(bar());
    if (!ticked?.isConnected) return undefined;
    if (!shiftKey && activeElement === ticked) return stops[0];
    if (shiftKey && activeElement === stops[0]) return ticked;
    return !shiftKey && activeElement === stops.at(-1)
      ? stopAfter(ticked)
      : undefined;
  };
  document.addEventListener("keydown", press);
  onCleanup(() => document.removeEventListener("keydown", press));
  return {
    /** Remembers the checkbox with the focus. */
    remember(): void {
      const { activeElement } = document;
      if (
        activeElement instanceof HTMLElement &&
        activeElement.matches("[role=row] input[type=checkbox]")
      )
        ticked = activeElement;
    },
    /** Moves the focus back to the checkbox, or to the content of the page if its row has gone. */
    leave: () => origin()?.focus({ preventScroll: true }),
  };
}

function stopsIn(element: ParentNode | undefined | null): HTMLElement[] {
  return [...(element?.querySelectorAll<HTMLElement>(STOPS) ?? [])].filter(
    (stop) => stop.checkVisibility(),
  );
}

function stopAfter(element: HTMLElement): HTMLElement | undefined {
  const stops = stopsIn(document.getElementById("main"));
  return stops[stops.indexOf(element) + 1];
}
