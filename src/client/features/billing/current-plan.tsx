import CreditCard from "lucide-solid/icons/credit-card";
import { createSignal, Show } from "solid-js";
import { PLANS } from "#shared/plans.ts";
import { Can } from "#client/session/organization.tsx";
import { Badge } from "#client/ui/badge.tsx";
import { Button } from "#client/ui/button.tsx";
import { Callout } from "#client/ui/callout.tsx";
import { currentTime } from "#client/ui/now.ts";
import { Section } from "#client/ui/section.tsx";
import { CancelDialog } from "./cancel-dialog.tsx";
import { subscriptionStateOf } from "./subscription-state.ts";
import { type Billing, owes, running, trial } from "./subscription.ts";
import { texts } from "./texts.ts";
import { useBilling } from "./use-billing.ts";
import { translateServerMessage } from "#client/lib/language/translate-server-message.ts";

/** What the organization has, and how things stand with paying for it. */
export function CurrentPlan(props: { billing: Billing }) {
  const subscriptionState = () =>
    subscriptionStateOf(props.billing, currentTime());
  const seats = () => {
    const { plan } = props.billing;
    const bought = running(props.billing);
    const tried = trial(props.billing);
    if (tried) return texts().plan.tried(tried.seats);
    return bought?.plan === plan
      ? texts().plan.each(bought.seats, bought.interval)
      : translateServerMessage(PLANS[plan].summary);
  };
  // A trial has no card to change and nothing to cancel: it ends by itself.
  const hasActions = () => props.billing.subscription && !trial(props.billing);
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
          <p class="text-sm text-muted">{seats()}</p>
        </div>
        <Show
          when={owes(props.billing)}
          fallback={<p class="text-sm">{wordsFor(props.billing)}</p>}
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
  const bought = () => running(props.billing);
  return (
    <Can
      permission="billing:manage"
      fallback={<span>{texts().plan.readOnly}</span>}
    >
      <Button
        variant={owes(props.billing) ? "primary" : "secondary"}
        icon={<CreditCard size={16} />}
        onClick={openPortal}
      >
        {owes(props.billing) ? texts().plan.payNow : texts().plan.pay}
      </Button>
      <Show when={bought()}>
        {(subscription) => (
          <>
            <Show
              when={subscription().cancelsAtPeriodEnd}
              fallback={
                <Button
                  variant="danger-quiet"
                  onClick={() => setCancelling(true)}
                >
                  {texts().plan.end}
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

function wordsFor(billing: Billing): string {
  const { plan, subscription, canTry } = billing;
  if (!subscription && plan !== "free") return texts().plan.given;
  return canTry
    ? texts().plan.canTry
    : subscriptionStateOf(billing, currentTime()).text;
}
