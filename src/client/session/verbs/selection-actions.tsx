import { createEffect, For, onCleanup } from "solid-js";
import { Dynamic } from "solid-js/web";
import { Button } from "#client/ui/button.tsx";
import { SelectionBar } from "#client/ui/selection-bar.tsx";
import type { Selection } from "#client/ui/selection.ts";
import { setSelectedSubject } from "./subjects.ts";
import { texts } from "./texts.ts";
import type { Verbs } from "./use-verbs.ts";

export interface SelectionActionsProps<Thing> {
  /** The accessible name of the bar: "Selected projects". */
  label: string;
  verbs: Pick<Verbs<Thing>, "ofMany">;
  selection: Selection<Thing>;
  /** What the actions cannot change: "1 can't be changed". */
  note?: string | undefined;
}

/** The bar with everything that the user can do with the selected rows. */
export function SelectionActions<Thing>(props: SelectionActionsProps<Thing>) {
  const count = () => props.selection.rows().length;
  const offers = () =>
    props.verbs.ofMany(props.selection.rows(), () => props.selection.clear());
  createEffect(() => {
    setSelectedSubject(
      count() > 0
        ? () => ({ name: texts().selected(count()), offers })
        : undefined,
    );
  });
  onCleanup(() => setSelectedSubject(undefined));
  return (
    <SelectionBar
      label={props.label}
      count={count()}
      selected={texts().selected(count())}
      note={props.note}
      clearLabel={texts().clear}
      onClear={() => props.selection.clear()}
    >
      {(returnFocus) => (
        <For each={offers()}>
          {(offer) => (
            <Button
              size="sm"
              icon={<Dynamic component={offer.icon} size={14} />}
              onClick={() => {
                returnFocus();
                void offer.run();
              }}
            >
              {offer.label}
            </Button>
          )}
        </For>
      )}
    </SelectionBar>
  );
}
