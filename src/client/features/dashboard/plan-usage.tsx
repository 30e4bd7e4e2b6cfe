import { Show } from "solid-js";
import { useOrganizationPath } from "#client/session/organization-path.ts";
import { LinkButton } from "#client/ui/link-button.tsx";
import { Meter } from "#client/ui/meter.tsx";
import { Section } from "#client/ui/section.tsx";
import { texts } from "./texts.ts";
import type { Analytics } from "./overview/use-analytics.ts";

/** Shows how much of the plan's limits is used. Hidden if the plan has no limits. */
export function PlanUsage(props: { analytics: Analytics }) {
  const path = useOrganizationPath();
  const { usage } = texts();
  const limits = () => props.analytics.usage;
  const isLimited = () =>
    limits().seats.limit !== null || limits().projects.limit !== null;
  /** The invitations that take a seat. Expired ones take none. */
  const invited = () => {
    const { openInvitations, expiredInvitations } = props.analytics.totals;
    return openInvitations - expiredInvitations;
  };
  return (
    <Show when={isLimited()}>
      <Section
        title={usage.title}
        actions={
          <LinkButton size="sm" href={path("settings/billing")}>
            {usage.billing}
          </LinkButton>
        }
      >
        <div class="grid gap-4 sm:grid-cols-2">
          <Meter
            label={usage.seats}
            used={limits().seats.used + invited()}
            reserved={invited()}
            limit={limits().seats.limit}
            detail={usage.seatsDetail(limits().seats.used, invited())}
          />
          <Meter label={usage.projects} {...limits().projects} />
        </div>
      </Section>
    </Show>
  );
}
