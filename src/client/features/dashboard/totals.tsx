import { useOrganization } from "#sdk/solid.ts";
import { useOrganizationPath } from "#client/session/organization-path.ts";
import { formatCount, formatPercent } from "#client/lib/formats/number.ts";
import { changeOf, lengthOf, signed } from "./range.ts";
import { StatCard } from "./stat-card.tsx";
import { texts } from "./texts.ts";
import type { Analytics } from "./use-analytics.ts";

/** Shows the current totals and their change. Each total links to the list of the counted items. */
export function Totals(props: { analytics: Analytics }) {
  const { can } = useOrganization();
  const path = useOrganizationPath();
  const labels = texts().totals;
  const totals = () => props.analytics.totals;
  const growth = ({ joined, left }: Analytics["period"]) =>
    signed(joined - left);
  const expired = () => totals().expiredInvitations;
  const days = () => lengthOf(props.analytics.period);
  const activity = () => {
    const change = changeOf(props.analytics);
    if (change === undefined) return labels.nothingBefore(days());
    if (change === 0) return labels.same;
    const share = formatPercent(Math.abs(change));
    return change > 0 ? labels.more(share, days()) : labels.less(share, days());
  };
  const logPath = () => {
    const { from, to } = props.analytics.period;
    return path(`settings/audit?from=${from}&to=${to}`);
  };

  return (
    <div class="mb-6 grid gap-2 grid-cols-2 sm:gap-4 lg:grid-cols-4">
      <StatCard
        label={labels.members}
        value={formatCount(totals().members)}
        detail={labels.memberChange(growth(props.analytics.period), days())}
        href={can("member:read") ? path("settings/team") : undefined}
      />
      <StatCard
        label={labels.invitations}
        value={formatCount(totals().openInvitations)}
        detail={
          expired() > 0 ? labels.expired(formatCount(expired())) : undefined
        }
        href={
          can("invitation:read")
            ? path("settings/team?tab=invitations")
            : undefined
        }
      />
      <StatCard
        label={labels.projects}
        value={formatCount(totals().activeProjects)}
        detail={labels.newProjects(
          formatCount(props.analytics.period.projectsCreated),
          formatCount(props.analytics.previous.projectsCreated),
          days(),
        )}
        href={can("project:read") ? path("projects") : undefined}
      />
      <StatCard
        label={labels.activity}
        value={formatCount(props.analytics.period.events)}
        detail={activity()}
        href={can("audit:read") ? logPath() : undefined}
      />
    </div>
  );
}
