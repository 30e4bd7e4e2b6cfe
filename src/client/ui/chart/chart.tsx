import { useNavigate } from "@solidjs/router";
import { createEffect, createSignal, For, onCleanup, Show } from "solid-js";
import { theme } from "#client/lib/theme.ts";
import { formatCount } from "#client/lib/formats/number.ts";
import { formatDate, formatShortDate } from "#client/lib/formats/time.ts";
import { TextLink } from "../text-link.tsx";
import { plot } from "./plot.ts";
import { texts } from "./texts.ts";

export interface ChartProps {
  /** What the values count. */
  title: string;
  /** One date for each value: `"2026-12-03"`. */
  dates: readonly string[];
  values: readonly number[];
  /** The values of the period before, drawn as a thin line. */
  previous?: { label: string; values: readonly number[] } | undefined;
  kind: "line" | "bars";
  /** A summary of the values, shown while the pointer is not on a day. */
  summary: string;
  /** The path of the page about a day, which opens when the user clicks on the day. */
  hrefOf?: ((date: string) => string) | undefined;
}

/** Shows one value per day as a chart, and as a table for screen readers and exact values. */
export function Chart(props: ChartProps) {
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
    <figure aria-label={props.title} class="min-w-0">
      <figcaption class="flex flex-wrap items-baseline justify-between gap-x-3 px-5 pt-3 text-sm text-muted">
        <p class="tabular-nums">{readout()}</p>
        <Show when={props.previous}>
          {(previous) => (
            <p class="flex items-center gap-1.5 text-xs">
              <span
                aria-hidden="true"
                class="w-5 border-t border-dashed border-subtle"
              />
              {previous().label}
            </p>
          )}
        </Show>
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
  const navigate = useNavigate();
  const [element, setElement] = createSignal<HTMLDivElement>();
  const open = (hrefOf: (date: string) => string) => (index: number) => {
    const date = props.dates[index];
    if (date !== undefined) navigate(hrefOf(date));
  };
  createEffect(() => {
    // Reads the theme, so that a new theme draws the chart again in its colours.
    theme();
    const into = element();
    if (!into) return;
    const drawn = plot(into, {
      dates: props.dates,
      values: props.values,
      previous: props.previous?.values,
      kind: props.kind,
      onPoint: props.onPoint,
      onOpen: props.hrefOf && open(props.hrefOf),
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
                    <Show when={props.hrefOf} fallback={<Day date={date} />}>
                      {(hrefOf) => (
                        <TextLink href={hrefOf()(date)}>
                          <Day date={date} />
                        </TextLink>
                      )}
                    </Show>
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

function Day(props: { date: string }) {
  return <time datetime={props.date}>{formatDate(props.date)}</time>;
}
