import { useLocation } from "@solidjs/router";
import { For, Show } from "solid-js";
import { cx } from "#client/ui/cx.ts";
import { texts } from "../texts.ts";
import { type Change, figureOf, type Metric, METRICS } from "./metrics.ts";
import type { Analytics } from "./use-analytics.ts";

/** Selects the number that the chart shows. The URL holds the selected number. */
export function MetricTabs(props: {
  analytics: Analytics;
  isComparable: boolean;
  current: Metric;
}) {
  const location = useLocation();
  const urlOf = (metric: Metric) => {
    const query = new URLSearchParams(location.search);
    if (metric === METRICS[0]) query.delete("chart");
    else query.set("chart", metric);
    return query.size > 0 ? `${location.pathname}?${query}` : location.pathname;
  };
  return (
    <nav aria-label={texts().overview.charts} class="min-w-0 max-md:w-full">
      <ul class="flex max-md:*:flex-1">
        <For each={METRICS}>
          {(metric) => {
            const figure = () =>
              figureOf(props.analytics, metric, props.isComparable);
            return (
              <li class="min-w-0">
                <a
                  href={urlOf(metric)}
                  noScroll
                  aria-current={metric === props.current ? "true" : undefined}
                  class="block min-w-0 border-b-2 border-transparent px-5 pt-3 pb-2.5 hover:bg-hover focus-visible:-outline-offset-2 current:border-accent max-sm:px-3"
                >
                  <span class="block truncate text-sm text-muted">
                    {texts().overview.metrics[metric]}
                  </span>
                  <span class="flex flex-wrap items-baseline gap-x-2">
                    <span class="text-xl font-semibold tracking-tight tabular-nums">
                      {figure().value}
                    </span>
                    <Show when={figure().change}>
                      {(change) => <Delta change={change()} />}
                    </Show>
                  </span>
                </a>
              </li>
            );
          }}
        </For>
      </ul>
    </nav>
  );
}

const TONES: Record<Change["direction"], string> = {
  up: "text-success-ink",
  down: "text-danger-ink",
  none: "text-muted",
};

function Delta(props: { change: Change }) {
  return (
    <span
      title={props.change.explanation}
      class={cx(
        "text-xs font-medium tabular-nums",
        TONES[props.change.direction],
      )}
    >
      <span aria-hidden="true">{props.change.text}</span>
      <span class="sr-only">{props.change.explanation}</span>
    </span>
  );
}
