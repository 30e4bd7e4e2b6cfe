import { useSearchParams } from "@solidjs/router";
import { createSignal, For, Show } from "solid-js";
import {
  type Interval,
  INTERVALS,
  PAID_PLANS,
  PLAN_NAMES,
  PLANS,
} from "#shared/plans.ts";
import { useOrganization } from "#client/session/organization.tsx";
import { Section } from "#client/ui/section.tsx";
import { CancelDialog } from "../cancel-dialog.tsx";
import { type Billing, running, yearlySaving } from "../subscription.ts";
import { texts } from "../texts.ts";
import { IntervalToggle } from "./interval-toggle.tsx";
import { PlanCard } from "./plan-card.tsx";
import { PlanDialog } from "./plan-dialog.tsx";

/** The plans side by side, with the way to each. `?plan=team` opens one. */
export function Plans(props: { billing: Billing }) {
  const { can } = useOrganization();
  const [params, setParams] = useSearchParams<{ plan?: string }>();
  const [chosen, setChosen] = createSignal<Interval>();
  const [isLeaving, setLeaving] = createSignal(false);
  const bought = () => running(props.billing);
  const interval = () => chosen() ?? bought()?.interval ?? INTERVALS[0];
  const opened = () =>
    can("billing:manage")
      ? PAID_PLANS.find((plan) => plan === params.plan)
      : undefined;
  return (
    <Section
      title={texts().plans.title}
      flush
      actions={
        <IntervalToggle
          value={interval()}
          onChange={setChosen}
          saving={SAVING}
        />
      }
    >
      <ul class="grid divide-line max-md:divide-y md:grid-cols-3 md:divide-x">
        <For each={PLAN_NAMES}>
          {(plan) => (
            <PlanCard
              plan={plan}
              interval={interval()}
              billing={props.billing}
              onChoose={() => setParams({ plan })}
              onLeave={() => setLeaving(true)}
            />
          )}
        </For>
      </ul>
      <PlanDialog
        plan={opened()}
        interval={interval()}
        billing={props.billing}
        onClose={() => setParams({ plan: undefined }, { replace: true })}
      />
      <Show when={bought()}>
        {(subscription) => (
          <CancelDialog
            subscription={subscription()}
            open={isLeaving()}
            onClose={() => setLeaving(false)}
          />
        )}
      </Show>
    </Section>
  );
}

const SAVING = Math.max(
  ...PAID_PLANS.map((plan) => yearlySaving(PLANS[plan].price)),
);
