import { PLANS } from "#shared/plans.ts";
import type { BadgeTone } from "#client/ui/badge.tsx";
import { formatDay, formatRelative } from "#client/lib/formats/time.ts";
import type { SubscriptionSummary, Subscription } from "./subscription.ts";
import { texts } from "./texts.ts";

/** Describes the state of a subscription in words. */
export interface SubscriptionState {
  badge: string;
  tone: BadgeTone;
  text: string;
}

/**
 * Describes the state of an organization's subscription.
 *
 * @param now milliseconds since 1970 UTC
 * @param locale defaults to the user's locale
 */
export function subscriptionStateOf(
  { plan, subscription }: Pick<SubscriptionSummary, "plan" | "subscription">,
  now: number,
  locale?: string,
): SubscriptionState {
  const { subscriptionState } = texts();
  if (!subscription)
    return {
      badge: subscriptionState.none,
      tone: "neutral",
      text: subscriptionState.noneText,
    };
  const labelled = { ...subscription, label: PLANS[subscription.plan].label };
  const onDay = (moment: string | null) =>
    moment === null
      ? subscriptionState.soon
      : subscriptionState.on(formatDay(new Date(moment), locale));
  switch (subscription.status) {
    case "trialing":
      return trial(labelled, onDay, now, locale);
    case "active":
      return active(labelled, onDay);
    case "past_due":
      return plan === "free" ? unpaid(labelled) : pastDue(labelled, locale);
    case "unpaid":
      return unpaid(labelled);
    case "cancelled":
      return ended(labelled, now, onDay);
  }
}

type Labelled = Subscription & { label: string };
type OnDay = (moment: string | null) => string;

function trial(
  { label, trialEndsAt, cancelsAtPeriodEnd }: Labelled,
  onDay: OnDay,
  now: number,
  locale: string | undefined,
): SubscriptionState {
  const { subscriptionState } = texts();
  const ends =
    trialEndsAt === null
      ? subscriptionState.soon
      : formatRelative(new Date(trialEndsAt), now, locale);
  const then = cancelsAtPeriodEnd
    ? subscriptionState.freeAfterwards
    : subscriptionState.buyBefore(label);
  return {
    badge: subscriptionState.trial,
    tone: "info",
    text: subscriptionState.trialText(ends, onDay(trialEndsAt), then),
  };
}

function active(
  { label, periodEndsAt, cancelsAtPeriodEnd }: Labelled,
  onDay: OnDay,
): SubscriptionState {
  const { subscriptionState } = texts();
  if (cancelsAtPeriodEnd)
    return {
      badge: subscriptionState.cancelled,
      tone: "warning",
      text: subscriptionState.cancelledText(label, onDay(periodEndsAt)),
    };
  return {
    badge: subscriptionState.active,
    tone: "success",
    text: subscriptionState.renews(onDay(periodEndsAt)),
  };
}

function pastDue(
  { label, graceEndsAt }: Labelled,
  locale: string | undefined,
): SubscriptionState {
  const { subscriptionState } = texts();
  const until =
    graceEndsAt === null
      ? subscriptionState.fewDays
      : subscriptionState.until(formatDay(new Date(graceEndsAt), locale));
  return {
    badge: subscriptionState.paymentFailed,
    tone: "danger",
    text: subscriptionState.failedText(label, until),
  };
}

function unpaid({ label }: Labelled): SubscriptionState {
  const { subscriptionState } = texts();
  return {
    badge: subscriptionState.unpaid,
    tone: "danger",
    text: subscriptionState.unpaidText(label),
  };
}

function ended(
  { label, periodEndsAt }: Labelled,
  now: number,
  onDay: OnDay,
): SubscriptionState {
  const { subscriptionState } = texts();
  const isPast = periodEndsAt !== null && Date.parse(periodEndsAt) <= now;
  return {
    badge: subscriptionState.ended,
    tone: "neutral",
    text: isPast
      ? subscriptionState.endedText(label, onDay(periodEndsAt))
      : subscriptionState.endedEarly(label),
  };
}
