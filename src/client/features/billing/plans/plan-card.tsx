import Check from "lucide-solid/icons/check";
import { For, Show } from "solid-js";
import {
  CURRENCY,
  type Interval,
  isPaid,
  PAID_PLANS,
  type Plan,
  PLANS,
} from "#shared/plans.ts";
import { Can } from "#sdk/solid.ts";
import { Badge } from "#client/ui/badge.tsx";
import { Button } from "#client/ui/button.tsx";
import { formatMoney } from "#client/lib/formats/money.ts";
import {
  type Billing,
  currentSubscription,
  currentTrial,
} from "../subscription.ts";
import { texts } from "../texts.ts";

export interface PlanCardProps {
  plan: Plan;
  interval: Interval;
  billing: Billing;
  /** Called when the user wants to buy the paid plan, try it or switch to it. */
  onChoose: () => void;
  /** Called when the user wants to downgrade to the free plan. */
  onDowngrade: () => void;
}

/** Shows a plan with its price, its features and a button to get it. */
export function PlanCard(props: PlanCardProps) {
  const isCurrent = () => props.billing.plan === props.plan;
  return (
    <li class="flex min-w-0 flex-col gap-3 p-5 md:row-span-4 md:grid md:grid-rows-subgrid">
      <div>
        <h3 class="flex items-center gap-2 font-semibold">
          {PLANS[props.plan].label}
          <Show when={isCurrent()}>
            <Badge tone="info">{texts().plans.current}</Badge>
          </Show>
        </h3>
        <p class="text-sm text-muted">{texts().summary[props.plan]}</p>
      </div>
      <Price plan={props.plan} interval={props.interval} />
      <ul class="flex flex-1 flex-col gap-1.5 text-sm">
        <For each={featuresOf(props.plan)}>
          {(line) => (
            <li class="flex gap-2">
              <Check size={16} class="mt-0.5 shrink-0 text-success-ink" />
              {line}
            </li>
          )}
        </For>
      </ul>
      <Can permission="billing:manage">
        <PlanButton {...props} />
      </Can>
    </li>
  );
}

function Price(props: { plan: Plan; interval: Interval }) {
  return (
    <Show
      when={PLANS[props.plan].price}
      fallback={
        <p class="text-xl font-semibold tracking-tight">{texts().plans.free}</p>
      }
    >
      {(price) => (
        <div>
          <p>
            <span class="text-xl font-semibold tracking-tight tabular-nums">
              {formatMoney(perMonth(price(), props.interval), CURRENCY)}
            </span>{" "}
            <span class="text-sm text-muted">{texts().plans.perSeat}</span>
          </p>
          <p class="text-xs text-muted">
            {props.interval === "year"
              ? texts().plans.billedYearly(price().year, CURRENCY)
              : texts().plans.billedMonthly}
          </p>
        </div>
      )}
    </Show>
  );
}

function PlanButton(props: PlanCardProps) {
  const current = () => currentSubscription(props.billing);
  const label = () => PLANS[props.plan].label;
  const action = () => {
    const subscription = current();
    if (!isPaid(props.plan)) return texts().plans.downgrade(label());
    if (props.billing.canTry) return texts().plans.try(label());
    if (!subscription) return texts().plans.upgrade(label());
    if (subscription.plan !== props.plan) return texts().plans.change(label());
    return currentTrial(props.billing)
      ? texts().plans.upgrade(label())
      : texts().plans.adjust;
  };
  // The card of the free plan has no button if the organization already has that plan or gets it when a trial or a
  // cancelled subscription ends.
  const isFreeAnyway = () =>
    !isPaid(props.plan) &&
    (props.billing.plan === props.plan ||
      currentTrial(props.billing) !== undefined ||
      (current()?.cancelsAtPeriodEnd ?? true));
  const isPrimary = () =>
    props.billing.canTry
      ? props.billing.plan === "free" && props.plan === PAID_PLANS[0]
      : currentTrial(props.billing)?.plan === props.plan;
  return (
    <Show when={!isFreeAnyway()}>
      <Button
        variant={isPrimary() ? "primary" : "secondary"}
        onClick={() =>
          isPaid(props.plan) ? props.onChoose() : props.onDowngrade()
        }
      >
        {action()}
      </Button>
    </Show>
  );
}

function perMonth(price: Record<Interval, number>, interval: Interval) {
  return interval === "year" ? price.year / 12 : price.month;
}

function featuresOf(plan: Plan): string[] {
  const { seats, projects, roles, serviceAccounts, price } = PLANS[plan];
  const { auditRetentionDays, apiCalls, personalMessages } = PLANS[plan];
  return [
    texts().plans.seats(seats, price !== null),
    texts().plans.projects(projects),
    texts().plans.roles(roles),
    texts().plans.serviceAccounts(serviceAccounts),
    texts().plans.retention(auditRetentionDays),
    texts().plans.apiCalls(apiCalls),
    ...(personalMessages ? [texts().plans.personalMessages] : []),
  ];
}
