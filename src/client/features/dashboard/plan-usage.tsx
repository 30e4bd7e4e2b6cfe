import { Show } from "solid-js";
import { useOrganizationPath } from "#client/session/organization-path.ts";
import { LinkButton } from "#client/ui/link-button.tsx";
import { Meter } from "#client/ui/meter.tsx";
import { Section } from "#client/ui/section.tsx";
import { texts } from "./texts.ts";
import type { Analytics } from "./overview/use-analytics.ts";

/** Shows how much of the plan's limits is used. Hidden if the plan has no limits. */
export function PlanUsage(props: { usage: Analytics["usage"] }) {
  const path = useOrganizationPath();
  const { usage } = texts();
  const isLimited = () =>
    props.usage.seats.limit !== null || props.usage.projects.limit !== null;
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
          <Meter label={usage.seats} {...props.usage.seats} />
          <Meter label={usage.projects} {...props.usage.projects} />
        </div>
      </Section>
    </Show>
  );
}
