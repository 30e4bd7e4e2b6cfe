import { useOrganization } from "#sdk/solid.ts";
import { useOrganizationPath } from "#client/session/organization-path.ts";
import { formatCount } from "#client/lib/formats/number.ts";
import { Chart } from "#client/ui/chart/chart.tsx";
import { texts } from "../texts.ts";
import type { Metric } from "./metrics.ts";
import type { Analytics } from "./use-analytics.ts";

/** Draws a number on each day of the period. A click on a day opens the audit log of this day. */
export default function MetricChart(props: {
  analytics: Analytics;
  metric: Metric;
  isComparable: boolean;
}) {
  const { can } = useOrganization();
  const path = useOrganizationPath();
  const { overview } = texts();
  const valuesOf = (days: Analytics["days"]) =>
    days.map((day) => day[props.metric]);
  const values = () => valuesOf(props.analytics.days);
  // The number of members includes the suspended ones, the number of used seats does not.
  const suspended = () => {
    const { suspendedMembers } = props.analytics.totals;
    return props.metric === "members" && suspendedMembers > 0
      ? [overview.suspended(suspendedMembers)]
      : [];
  };
  const summary = () => {
    if (props.metric !== "events")
      return [
        overview.fromTo(
          formatCount(values()[0] ?? 0),
          formatCount(values().at(-1) ?? 0),
        ),
        ...suspended(),
      ].join(" · ");
    const { events } = props.analytics.period;
    return overview.events(events, Math.round(events / values().length));
  };
  const logOf = (date: string) =>
    path(`settings/audit?from=${date}&to=${date}`);
  return (
    <Chart
      title={overview.metrics[props.metric]}
      dates={props.analytics.days.map(({ date }) => date)}
      values={values()}
      previous={
        props.isComparable
          ? {
              label: overview.previous(values().length),
              values: valuesOf(props.analytics.previousDays),
            }
          : undefined
      }
      kind={props.metric === "events" ? "bars" : "line"}
      summary={summary()}
      hrefOf={can("audit:read") ? logOf : undefined}
    />
  );
}
