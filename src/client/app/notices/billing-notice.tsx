import { useLocation } from "@solidjs/router";
import CalendarClock from "lucide-solid/icons/calendar-clock";
import CreditCard from "lucide-solid/icons/credit-card";
import Lock from "lucide-solid/icons/lock";
import { Match, Show, Switch } from "solid-js";
import { api } from "#client/session/api.ts";
import { Can, useOrganization } from "#sdk/solid.ts";
import { useOrganizationPath } from "#client/session/organization-path.ts";
import { currentTime } from "#client/ui/now.ts";
import { TextLink } from "#client/ui/text-link.tsx";
import { subscriptionStateOf } from "#client/features/billing/state/subscription-state.ts";
import {
  type Billing,
  isPaymentOverdue,
} from "#client/features/billing/subscription.ts";
import { dismiss, isDismissed } from "./dismissed-notices.ts";
import { NoticeBar } from "./notice-bar.tsx";
import { texts } from "./texts.ts";

const SOON_MS = 3 * 24 * 60 * 60 * 1000;

/**
 * Warns about an overdue payment, a trial that ends soon, or read-only members and projects. Only members who can see
 * the billing of the organization get this notice above its pages.
 */
export function BillingNotice() {
  return (
    <Can permission="billing:read">
      <Elsewhere />
    </Can>
  );
}

/** Shows the billing notice on every page except the billing page, which shows the same facts itself. */
function Elsewhere() {
  const { slug } = useOrganization();
  const path = useOrganizationPath();
  const location = useLocation();
  const billing = api.billing.get.useQuery(() => ({ org: slug() }));
  const found = () =>
    billing.isSuccess && location.pathname !== path("settings/billing")
      ? billing.data
      : undefined;
  return (
    <Show when={found()}>
      {(read) => (
        <Switch>
          <Match when={isPaymentOverdue(read())}>
            <Owed billing={read()} />
          </Match>
          <Match when={endingTrial(read())}>
            {(ends) => <Trial billing={read()} ends={ends()} />}
          </Match>
          <Match when={countFrozen(read()) > 0}>
            <Frozen billing={read()} />
          </Match>
        </Switch>
      )}
    </Show>
  );
}

function Owed(props: { billing: Billing }) {
  return (
    <NoticeBar
      label={texts().payment}
      tone="danger"
      icon={<CreditCard size={16} />}
    >
      {subscriptionStateOf(props.billing, currentTime()).text} <ToBilling />
    </NoticeBar>
  );
}

function Trial(props: { billing: Billing; ends: string }) {
  const { organization } = useOrganization();
  const notice = () => `${organization().id}:${props.ends}`;
  return (
    <Show when={!isDismissed(notice())}>
      <NoticeBar
        label={texts().trial}
        tone="warning"
        icon={<CalendarClock size={16} />}
        dismiss={{ label: texts().hide, onDismiss: () => dismiss(notice()) }}
      >
        {subscriptionStateOf(props.billing, currentTime()).text} <ToBilling />
      </NoticeBar>
    </Show>
  );
}

function Frozen(props: { billing: Billing }) {
  const { organization } = useOrganization();
  const usage = () => props.billing.usage;
  // A hidden notice appears again when the number of read-only members and projects changes.
  const notice = () => `${organization().id}:${countFrozen(props.billing)}`;
  return (
    <Show when={!isDismissed(notice())}>
      <NoticeBar
        label={texts().label}
        tone="warning"
        icon={<Lock size={16} />}
        dismiss={{ label: texts().hide, onDismiss: () => dismiss(notice()) }}
      >
        {texts().frozen(usage().seats.frozen, usage().projects.frozen)}{" "}
        <ToBilling />
      </NoticeBar>
    </Show>
  );
}

function ToBilling() {
  const path = useOrganizationPath();
  return (
    <TextLink href={path("settings/billing")} class="font-medium">
      {texts().goToBilling}
    </TextLink>
  );
}

/** Returns the end of the trial if it is near and the subscription was not cancelled. */
function endingTrial({ subscription }: Billing): string | undefined {
  if (subscription?.status !== "trialing") return undefined;
  const { trialEndsAt, cancelsAtPeriodEnd } = subscription;
  if (trialEndsAt === null || cancelsAtPeriodEnd) return undefined;
  const isSoon = Date.parse(trialEndsAt) - currentTime() <= SOON_MS;
  return isSoon ? trialEndsAt : undefined;
}

function countFrozen({ usage }: Billing): number {
  return usage.seats.frozen + usage.projects.frozen;
}
