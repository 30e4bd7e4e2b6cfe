import CalendarClock from "lucide-solid/icons/calendar-clock";
import CreditCard from "lucide-solid/icons/credit-card";
import Lock from "lucide-solid/icons/lock";
import UsersRound from "lucide-solid/icons/users-round";
import { PLANS } from "#shared/plans.ts";
import { useOrganization } from "#sdk/solid.ts";
import { useOrganizationPath } from "#client/session/organization-path.ts";
import { formatRelative } from "#client/lib/formats/time.ts";
import { currentTime } from "#client/ui/now.ts";
import { texts } from "../texts.ts";
import type { Attention } from "../use-dashboard.ts";
import { AttentionLink, AttentionRow } from "./attention-row.tsx";

/** A payment that failed. */
export function PaymentRow(props: {
  payment: NonNullable<Attention["payment"]>;
}) {
  const plan = () => PLANS[props.payment.plan].label;
  const ends = () => props.payment.graceEndsAt;
  const detail = () => {
    const { until, ended } = texts().attention.payment;
    const at = ends();
    return at === null ? ended(plan()) : until(plan(), new Date(at));
  };
  return (
    <AttentionRow
      icon={<CreditCard size={16} />}
      tone="danger"
      detail={detail()}
      actions={<BillingLink label={texts().attention.payment.action} />}
    >
      {texts().attention.payment.failed}
    </AttentionRow>
  );
}

/** A trial that ends soon. */
export function TrialRow(props: { trial: NonNullable<Attention["trial"]> }) {
  const plan = () => PLANS[props.trial.plan].label;
  const ends = () =>
    formatRelative(new Date(props.trial.endsAt), currentTime());
  return (
    <AttentionRow
      icon={<CalendarClock size={16} />}
      tone="warning"
      detail={texts().attention.trial.afterwards(plan())}
      actions={<BillingLink label={texts().attention.trial.action} />}
    >
      {texts().attention.trial.ends(plan(), ends())}
    </AttentionRow>
  );
}

/** Members and projects that are read-only, because the limits of the plan are exceeded. */
export function ReadOnlyRow(props: {
  readOnly: NonNullable<Attention["readOnly"]>;
}) {
  return (
    <AttentionRow
      icon={<Lock size={16} />}
      tone="warning"
      detail={texts().attention.readOnly.why}
      actions={<BillingLink label={texts().attention.readOnly.action} />}
    >
      {texts().attention.readOnly.count(
        props.readOnly.members,
        props.readOnly.projects,
      )}
    </AttentionRow>
  );
}

/** Seats that are all used, so that no user can be invited. */
export function SeatsRow(props: { seats: NonNullable<Attention["seats"]> }) {
  return (
    <AttentionRow
      icon={<UsersRound size={16} />}
      tone="warning"
      detail={texts().attention.seats.why}
      actions={<BillingLink label={texts().attention.seats.action} />}
    >
      {texts().attention.seats.full(props.seats.limit)}
    </AttentionRow>
  );
}

/** Leads to billing. Users who cannot change the plan only view it there. */
function BillingLink(props: { label: string }) {
  const { can } = useOrganization();
  const path = useOrganizationPath();
  return (
    <AttentionLink
      href={path("settings/billing")}
      label={
        can("billing:manage") ? props.label : texts().attention.viewBilling
      }
    />
  );
}
