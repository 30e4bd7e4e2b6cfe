import { useSearchParams } from "@solidjs/router";
import { createSignal, For, Show } from "solid-js";
import {
  type Interval,
  INTERVALS,
  PAID_PLANS,
  PLAN_NAMES,
  PLANS,
} from "#shared/plans.ts";
import { useOrganization } from "#sdk/solid.ts";
import { Section } from "#client/ui/section.tsx";
import { CancelDialog } from "../cancel-dialog.tsx";
import {
  type Billing,
  currentSubscription,
  yearlySaving,
} from "../subscription.ts";
import { texts } from "../texts.ts";
import { IntervalToggle } from "./interval-toggle.tsx";
import { PlanCard } from "./plan-card.tsx";
import { PlanDialog } from "./plan-dialog.tsx";

/** Compares the plans. The URL parameter `?plan=team` opens the dialog of that plan. */
export function PlansSection(props: { billing: Billing }) {
  const { can } = useOrganization();
  const [params, setParams] = useSearchParams<{ plan?: string }>();
  const [chosen, setChosen] = createSignal<Interval>();
  const [isDowngrading, setDowngrading] = createSignal(false);
  const current = () => currentSubscription(props.billing);
  const interval = () => chosen() ?? current()?.interval ?? INTERVALS[0];
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
          saving={MAX_SAVING}
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
              onDowngrade={() => setDowngrading(true)}
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
      <Show when={current()}>
        {(subscription) => (
          <CancelDialog
            subscription={subscription()}
            open={isDowngrading()}
            onClose={() => setDowngrading(false)}
          />
        )}
      </Show>
    </Section>
  );
}

const MAX_SAVING = Math.max(
  ...PAID_PLANS.map((plan) => yearlySaving(PLANS[plan].price)),
);
