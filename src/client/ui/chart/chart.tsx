import {
  createEffect,
  createSignal,
  createUniqueId,
  For,
  onCleanup,
  Show,
} from "solid-js";
import { theme } from "#client/lib/theme.ts";
import { formatCount } from "#client/lib/formats/number.ts";
import { formatDate, formatShortDate } from "#client/lib/formats/time.ts";
import { plot } from "./plot.ts";
import { texts } from "./texts.ts";

export interface ChartProps {
  title: string;
  /** One date for each value: `"2026-12-03"`. */
  dates: readonly string[];
  values: readonly number[];
  kind: "line" | "bars";
  /** A summary of the values, shown while the pointer is not on a day. */
  summary: string;
}

/** Shows one value per day as a chart, and as a table for screen readers and exact values. */
export function Chart(props: ChartProps) {
  const id = createUniqueId();
  const [pointed, setPointed] = createSignal<number>();
  const readout = () => {
    const index = pointed();
    const date = index === undefined ? undefined : props.dates[index];
    if (index === undefined || date === undefined) return props.summary;
    return texts().onDay(
      formatCount(props.values[index] ?? 0),
      formatDate(date),
    );
  };
  return (
    <figure
      aria-labelledby={id}
      class="min-w-0 rounded-lg border border-line bg-surface shadow-xs"
    >
      <figcaption class="flex flex-wrap items-baseline justify-between gap-x-3 px-5 pt-4">
        <h2 id={id} class="font-semibold">
          {props.title}
        </h2>
        <p class="text-sm text-muted tabular-nums">{readout()}</p>
      </figcaption>
      <Drawing {...props} onPoint={setPointed} />
      <details class="group border-t border-line text-sm">
        <summary class="px-5 py-2 text-muted hover:text-ink focus-visible:-outline-offset-2 pointer-coarse:min-h-11">
          {texts().asTable}
          <span class="sr-only">{`: ${props.title}`}</span>
        </summary>
        <Figures {...props} />
      </details>
    </figure>
  );
}

function Drawing(props: ChartProps & { onPoint: (index?: number) => void }) {
  const [element, setElement] = createSignal<HTMLDivElement>();
  createEffect(() => {
    // Reads the theme, so that a new theme draws the chart again in its colours.
    theme();
    const into = element();
    if (!into) return;
    const drawn = plot(into, {
      dates: props.dates,
      values: props.values,
      kind: props.kind,
      onPoint: props.onPoint,
      formatDate: formatShortDate,
    });
    const observer = new ResizeObserver(() =>
      drawn.setSize({ width: into.clientWidth, height: drawn.height }),
    );
    observer.observe(into);
    onCleanup(() => {
      observer.disconnect();
      drawn.destroy();
    });
  });
  return (
    <div
      ref={setElement}
      role="img"
      aria-label={`${props.title}: ${props.summary}`}
      class="mx-2 my-2 h-[168px] min-w-0 overflow-hidden"
    />
  );
}

/** The table of the values, the latest day first. */
function Figures(props: ChartProps) {
  const rows = () =>
    props.dates
      .map((date, index) => ({ date, value: props.values[index] ?? 0 }))
      .toReversed();
  return (
    <Show when={rows().length > 0}>
      <div
        tabindex="0"
        role="region"
        aria-label={texts().tableOf(props.title)}
        class="max-h-72 overflow-y-auto border-t border-line focus-visible:-outline-offset-2"
      >
        <table class="w-full tabular-nums">
          <thead class="sr-only">
            <tr>
              <th scope="col">{texts().day}</th>
              <th scope="col">{props.title}</th>
            </tr>
          </thead>
          <tbody>
            <For each={rows()}>
              {({ date, value }) => (
                <tr class="border-b border-line last:border-b-0">
                  <th scope="row" class="px-5 py-1.5 text-left font-normal">
                    <time datetime={date}>{formatDate(date)}</time>
                  </th>
                  <td class="px-5 py-1.5 text-right">{formatCount(value)}</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
    </Show>
  );
}
