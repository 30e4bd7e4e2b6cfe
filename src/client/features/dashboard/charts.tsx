import { Chart } from "#client/ui/chart/chart.tsx";
import { formatCount } from "#client/lib/formats/number.ts";
import { texts } from "./texts.ts";
import type { Analytics } from "./use-analytics.ts";

type Day = Analytics["days"][number];

/** Draws the numbers of each day of the selected period. */
export default function Charts(props: { analytics: Analytics }) {
  const { charts } = texts();
  const dates = () => props.analytics.days.map(({ date }) => date);
  const values = (count: (day: Day) => number) =>
    props.analytics.days.map(count);
  const change = (count: (day: Day) => number) => {
    const counts = values(count);
    return charts.fromTo(
      formatCount(counts[0] ?? 0),
      formatCount(counts.at(-1) ?? 0),
    );
  };
  const activity = () => {
    const { events } = props.analytics.period;
    const average = Math.round(events / props.analytics.days.length);
    return charts.events(events, average);
  };

  return (
    <div class="mb-6 grid gap-4 lg:grid-cols-2">
      <div class="min-w-0 lg:col-span-2">
        <Chart
          title={charts.activity}
          dates={dates()}
          values={values(({ events }) => events)}
          kind="bars"
          summary={activity()}
        />
      </div>
      <Chart
        title={charts.members}
        dates={dates()}
        values={values(({ members }) => members)}
        kind="line"
        summary={change(({ members }) => members)}
      />
      <Chart
        title={charts.projects}
        dates={dates()}
        values={values(({ projects }) => projects)}
        kind="line"
        summary={change(({ projects }) => projects)}
      />
    </div>
  );
}
