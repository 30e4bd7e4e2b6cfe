import { For, Show } from "solid-js";
import { type Interval, INTERVALS } from "#shared/plans.ts";
import { Badge } from "#client/ui/badge.tsx";
import { cx } from "#client/ui/cx.ts";
import { texts } from "../texts.ts";

const labels = (): Record<Interval, string> => ({
  month: texts().plans.monthly,
  year: texts().plans.yearly,
});

/** Switches the shown prices between monthly and yearly billing. */
export function IntervalToggle(props: {
  value: Interval;
  onChange: (interval: Interval) => void;
  /** The largest saving by yearly billing among the plans, as a fraction of 1. */
  saving: number;
}) {
  return (
    <fieldset class="flex items-center gap-1 rounded-md border border-line bg-sunken p-0.5 text-sm">
      <legend class="sr-only">{texts().plans.interval}</legend>
      <For each={INTERVALS}>
        {(interval) => (
          <label
            class={cx(
              "flex h-7 items-center gap-1.5 rounded-sm px-2.5 pointer-coarse:min-h-11 has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-focus",
              props.value === interval
                ? "bg-raised font-medium shadow-xs"
                : "text-muted hover:text-ink",
            )}
          >
            <input
              type="radio"
              name="interval"
              class="sr-only"
              checked={props.value === interval}
              onChange={() => props.onChange(interval)}
            />
            {labels()[interval]}
            <Show when={interval === "year" && props.saving > 0}>
              <Badge tone="success">{texts().plans.saving(props.saving)}</Badge>
            </Show>
          </label>
        )}
      </For>
    </fieldset>
  );
}
