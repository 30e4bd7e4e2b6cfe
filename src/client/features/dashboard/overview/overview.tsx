import { lazy, Show, Suspense } from "solid-js";
import { useOrganization } from "#sdk/solid.ts";
import { Loaded } from "#client/ui/loaded.tsx";
import { createChoiceParam } from "#client/ui/search-param.ts";
import { texts } from "../texts.ts";
import { MetricTabs } from "./metric-tabs.tsx";
import { canCompare, METRICS } from "./metrics.ts";
import type { Range } from "./range.ts";
import { RangePicker } from "./range-picker.tsx";
import type { useAnalytics } from "./use-analytics.ts";

// Load the chart after the numbers, because the chart is the largest part of the page's code.
const MetricChart = lazy(() => import("./metric-chart.tsx"));

/** Shows one number of the organization as a chart, with tabs for the other numbers. */
export function Overview(props: {
  analytics: ReturnType<typeof useAnalytics>;
  range: Range;
}) {
  const { organization } = useOrganization();
  const [metric] = createChoiceParam("chart", METRICS);
  return (
    <section
      aria-label={texts().overview.title}
      class="mb-6 overflow-hidden rounded-lg border border-line bg-surface shadow-xs"
    >
      <Loaded query={props.analytics} skeleton={<ChartLoading />}>
        {(found) => {
          const isComparable = () =>
            canCompare(found(), organization().createdAt);
          return (
            <div
              aria-busy={props.analytics.isPlaceholderData}
              class="transition-opacity aria-busy:opacity-60"
            >
              <div class="flex flex-wrap items-center justify-between gap-x-4 border-b border-line">
                <MetricTabs
                  analytics={found()}
                  isComparable={isComparable()}
                  current={metric()}
                />
                <div class="flex px-5 max-md:w-full max-md:flex-col max-md:py-3">
                  <RangePicker value={props.range} />
                </div>
              </div>
              <Suspense fallback={<ChartLoading />}>
                <Show when={metric()} keyed>
                  {(shown) => (
                    <MetricChart
                      analytics={found()}
                      metric={shown}
                      isComparable={isComparable()}
                    />
                  )}
                </Show>
              </Suspense>
            </div>
          );
        }}
      </Loaded>
    </section>
  );
}

/** Placeholder with the height of the chart, so that the page does not move when the chart appears. */
function ChartLoading() {
  return <div class="h-[254px]" />;
}
