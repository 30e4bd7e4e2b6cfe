import { useOrganization } from "#client/session/organization.tsx";
import { formatCount, formatPercent } from "#client/lib/formats/number.ts";
import { changeOf, signed } from "./range.ts";
import { StatCard } from "./stat-card.tsx";
import { texts } from "./texts.ts";
import type { Analytics } from "./use-analytics.ts";

/** What there is now and how it changed, each with the way to the list behind it. */
export function Cards(props: { analytics: Analytics }) {
  const { can, path } = useOrganization();
  const { cards } = texts();
  const totals = () => props.analytics.totals;
  const grown = ({ joined, left }: Analytics["period"]) =>
    signed(joined - left);
  const expired = () => totals().expiredInvitations;
  const activity = () => {
    const change = changeOf(props.analytics);
    if (change === undefined) return cards.nothingBefore;
    if (change === 0) return cards.same;
    const share = formatPercent(Math.abs(change));
    return change > 0 ? cards.more(share) : cards.less(share);
  };
  const log = () => {
    const { from, to } = props.analytics.period;
    return path(`settings/audit?from=${from}&to=${to}`);
  };

  return (
    <div class="mb-6 grid gap-2 grid-cols-2 sm:gap-4 lg:grid-cols-4">
      <StatCard
        label={cards.members}
        value={formatCount(totals().members)}
        detail={cards.membersChange(
          grown(props.analytics.period),
          grown(props.analytics.previous),
        )}
        href={can("member:read") ? path("settings/team") : undefined}
      />
      <StatCard
        label={cards.invitations}
        value={formatCount(totals().openInvitations)}
        detail={
          expired() > 0 ? cards.expired(formatCount(expired())) : undefined
        }
        href={
          can("invitation:read")
            ? path("settings/team?tab=invitations")
            : undefined
        }
      />
      <StatCard
        label={cards.projects}
        value={formatCount(totals().activeProjects)}
        detail={cards.projectsMade(
          formatCount(props.analytics.period.projectsCreated),
          formatCount(props.analytics.previous.projectsCreated),
        )}
        href={can("project:read") ? path("projects") : undefined}
      />
      <StatCard
        label={cards.activity}
        value={formatCount(props.analytics.period.events)}
        detail={activity()}
        href={can("audit:read") ? log() : undefined}
      />
    </div>
  );
}
