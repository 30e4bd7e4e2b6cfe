import X from "lucide-solid/icons/x";
import { createEffect, type JSX, onCleanup, Show } from "solid-js";
import { IconButton } from "./icon-button.tsx";
import { createDetour } from "./selection-detour.ts";
import { texts } from "./texts.ts";

export interface SelectionBarProps {
  label: string;
  count: number;
  /** The text about the count: `"3 selected"`. */
  selected: string;
  /** What the actions cannot change: `"1 can't be changed"`. */
  note?: string | undefined;
  clearLabel: string;
  onClear: () => void;
  /**
   * The buttons. A button calls `returnFocus` before its action, because the bar can disappear: then the focus is in
   * the row that the user selected last, and dialogs return it to there.
   */
  children: (returnFocus: () => void) => JSX.Element;
}

/**
 * A bar at the bottom of the window with actions for the selected rows. The bar is hidden while no row is selected.
 * From the checkbox that the user has just ticked, Tab leads into the bar. Escape clears the selection.
 */
export function SelectionBar(props: SelectionBarProps) {
  return (
    <>
      <span role="status" class="sr-only">
        {props.count > 0 ? props.selected : ""}
        {props.count === 1 ? `. ${texts().selectionBar.keys}` : ""}
      </span>
      <Show when={props.count > 0}>
        <Bar {...props} />
      </Show>
    </>
  );
}

function Bar(props: SelectionBarProps) {
  let bar: HTMLDivElement | undefined;
  const detour = createDetour(() => bar);
  createEffect(() => props.count > 0 && detour.remember());
  const clear = () => {
    if (bar?.contains(document.activeElement)) detour.leave();
    props.onClear();
  };
  const clearOnEscape = (event: KeyboardEvent) => {
    // An open dialog, menu or field handles Escape itself.
    const isElsewhere =
      event.target instanceof Element &&
      event.target.closest(
        "[role=dialog], [role=alertdialog], [role=menu], [role=listbox], [aria-expanded=true], input:not([type=checkbox])",
      );
    if (event.key === "Escape" && !event.defaultPrevented && !isElsewhere)
      clear();
  };
  document.addEventListener("keydown", clearOnEscape);
  onCleanup(() => document.removeEventListener("keydown", clearOnEscape));
  return (
    <>
      {/* The space that the bar covers at the end of the page. */}
      <div class="h-16" />
      {/* The attribute moves toasts above the bar: design/base.css. */}
      <div
        ref={(element) => (bar = element)}
        data-selection-bar
        role="group"
        aria-label={props.label}
        class="fixed inset-x-4 bottom-4 z-30 mx-auto flex w-max max-w-[calc(100vw-2rem)] items-center gap-1.5 rounded-lg border border-line-strong bg-raised py-1 pr-1.5 pl-3.5 text-sm shadow-pop print:hidden"
      >
        <span class="mr-1 font-medium whitespace-nowrap tabular-nums max-sm:hidden">
          {props.selected}
        </span>
        <span aria-hidden="true" class="font-medium tabular-nums sm:hidden">
          {props.count}
        </span>
        <Show when={props.note}>
          <span class="mr-1 whitespace-nowrap text-muted max-sm:hidden">
            {props.note}
          </span>
        </Show>
        <div class="flex min-w-0 items-center gap-1.5 overflow-x-auto p-1">
          {props.children(detour.leave)}
        </div>
        <IconButton size="sm" label={props.clearLabel} onClick={clear}>
          <X size={14} />
        </IconButton>
      </div>
    </>
  );
}
