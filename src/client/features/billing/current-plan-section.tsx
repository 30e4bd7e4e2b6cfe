import CreditCard from "lucide-solid/icons/credit-card";
import { createSignal, Show } from "solid-js";
import { PLANS } from "#shared/plans.ts";
import { Can } from "#sdk/solid.ts";
import { Badge } from "#client/ui/badge.tsx";
import { Button } from "#client/ui/button.tsx";
import { Callout } from "#client/ui/callout.tsx";
import { currentTime } from "#client/ui/now.ts";
import { Section } from "#client/ui/section.tsx";
import { CancelDialog } from "./cancel-dialog.tsx";
import { subscriptionStateOf } from "./state/subscription-state.ts";
import {
  type Billing,
  isPaymentOverdue,
  currentSubscription,
  currentTrial,
} from "./subscription.ts";
import { texts } from "./texts.ts";
import { useBilling } from "./use-billing.ts";

/** Shows the current plan and the state of its subscription. */
export function CurrentPlanSection(props: { billing: Billing }) {
  const subscriptionState = () =>
    subscriptionStateOf(props.billing, currentTime());
  const summary = () => {
    const { plan } = props.billing;
    const subscription = currentSubscription(props.billing);
    const trial = currentTrial(props.billing);
    if (trial) return texts().plan.trialSeats(trial.seats);
    return subscription?.plan === plan
      ? texts().plan.each(subscription.seats, subscription.interval)
      : texts().summary[plan];
  };
  // A trial needs no buttons: it has no payment method to manage and ends without a cancellation.
  const hasActions = () =>
    props.billing.subscription && !currentTrial(props.billing);
  return (
    <Section
      title={texts().plan.title}
      actions={
        <Badge tone={subscriptionState().tone}>
          {subscriptionState().badge}
        </Badge>
      }
      footer={hasActions() && <Actions billing={props.billing} />}
    >
      <div class="flex flex-col gap-3">
        <div>
          <p class="text-xl font-semibold tracking-tight">
            {PLANS[props.billing.plan].label}
          </p>
          <p class="text-sm text-muted">{summary()}</p>
        </div>
        <Show
          when={isPaymentOverdue(props.billing)}
          fallback={<p class="text-sm">{textOf(props.billing)}</p>}
        >
          <Callout tone="danger">{subscriptionState().text}</Callout>
        </Show>
      </div>
    </Section>
  );
}

function Actions(props: { billing: Billing }) {
  const { openPortal, resume } = useBilling();
  const [isCancelling, setCancelling] = createSignal(false);
  const current = () => currentSubscription(props.billing);
  return (
    <Can
      permission="billing:manage"
      fallback={<span>{texts().plan.readOnly}</span>}
    >
      <Button
        variant={isPaymentOverdue(props.billing) ? "primary" : "secondary"}
        icon={<CreditCard size={16} />}
        onClick={openPortal}
      >
        {isPaymentOverdue(props.billing)
          ? texts().plan.payNow
          : texts().plan.pay}
      </Button>
      <Show when={current()}>
        {(subscription) => (
          <>
            <Show
              when={subscription().cancelsAtPeriodEnd}
              fallback={
                <Button
                  variant="danger-quiet"
                  onClick={() => setCancelling(true)}
                >
                  {texts().plan.cancel}
                </Button>
              }
            >
              <Button variant="primary" onClick={resume}>
                {texts().plan.resume}
              </Button>
            </Show>
            <CancelDialog
              subscription={subscription()}
              open={isCancelling()}
              onClose={() => setCancelling(false)}
            />
          </>
        )}
      </Show>
    </Can>
  );
}

function textOf(billing: Billing): string {
  const { plan, subscription, canTry } = billing;
  if (!subscription && plan !== "free") return texts().plan.granted;
  return canTry
    ? texts().plan.canTry
    : subscriptionStateOf(billing, currentTime()).text;
}
