import { PLANS } from "#shared/plans.ts";
import type { BadgeTone } from "#client/ui/badge.tsx";
import { formatDay, formatRelative } from "#client/lib/formats/time.ts";
import type { SubscriptionSummary, Subscription } from "../subscription.ts";
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
  if (!subscription)
    return {
      badge: texts().none,
      tone: "neutral",
      text: texts().noneText,
    };
  const labelled = { ...subscription, label: PLANS[subscription.plan].label };
  const onDay = (moment: string | null) =>
    moment === null
      ? texts().soon
      : texts().on(formatDay(new Date(moment), locale));
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
  const ends =
    trialEndsAt === null
      ? texts().soon
      : formatRelative(new Date(trialEndsAt), now, locale);
  const then = cancelsAtPeriodEnd
    ? texts().freeAfterwards
    : texts().buyBefore(label);
  return {
    badge: texts().trial,
    tone: "info",
    text: texts().trialText(ends, onDay(trialEndsAt), then),
  };
}

function active(
  { label, periodEndsAt, cancelsAtPeriodEnd }: Labelled,
  onDay: OnDay,
): SubscriptionState {
  if (cancelsAtPeriodEnd)
    return {
      badge: texts().cancelled,
      tone: "warning",
      text: texts().cancelledText(label, onDay(periodEndsAt)),
    };
  return {
    badge: texts().active,
    tone: "success",
    text: texts().renews(onDay(periodEndsAt)),
  };
}

function pastDue(
  { label, graceEndsAt }: Labelled,
  locale: string | undefined,
): SubscriptionState {
  const until =
    graceEndsAt === null
      ? texts().fewDays
      : texts().until(formatDay(new Date(graceEndsAt), locale));
  return {
    badge: texts().paymentFailed,
    tone: "danger",
    text: texts().failedText(label, until),
  };
}

function unpaid({ label }: Labelled): SubscriptionState {
  return {
    badge: texts().unpaid,
    tone: "danger",
    text: texts().unpaidText(label),
  };
}

function ended(
  { label, periodEndsAt }: Labelled,
  now: number,
  onDay: OnDay,
): SubscriptionState {
  const isPast = periodEndsAt !== null && Date.parse(periodEndsAt) <= now;
  return {
    badge: texts().ended,
    tone: "neutral",
    text: isPast
      ? texts().endedText(label, onDay(periodEndsAt))
      : texts().endedEarly(label),
  };
}
