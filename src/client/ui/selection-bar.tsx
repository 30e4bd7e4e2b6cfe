import X from "lucide-solid/icons/x";
import { type JSX, Show } from "solid-js";
import { IconButton } from "./icon-button.tsx";

/** A bar at the bottom of a list with actions for the selected rows. The bar is hidden while no row is selected. */
export function SelectionBar(props: {
  label: string;
  count: number;
  /** The text about the count: `"3 selected"`. */
  selected: string;
  clearLabel: string;
  onClear: () => void;
  children: JSX.Element;
}) {
  return (
    <>
      <span role="status" class="sr-only">
        {props.count > 0 ? props.selected : ""}
      </span>
      <Show when={props.count > 0}>
        <div
          role="group"
          aria-label={props.label}
          class="sticky bottom-4 z-30 mx-auto mt-4 flex w-max max-w-full flex-wrap items-center gap-1.5 rounded-lg border border-line-strong bg-raised py-1.5 pr-1.5 pl-3.5 text-sm shadow-pop"
        >
          <span class="mr-1 font-medium tabular-nums">{props.selected}</span>
          {props.children}
          <IconButton
            size="sm"
            label={props.clearLabel}
            onClick={() => props.onClear()}
          >
            <X size={14} />
          </IconButton>
        </div>
      </Show>
    </>
  );
}
