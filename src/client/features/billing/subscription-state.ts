import { PLANS } from "#shared/plans.ts";
import type { BadgeTone } from "#client/ui/badge.tsx";
import { formatDay, formatRelative } from "#client/lib/formats/time.ts";
import type { SubscriptionSummary, Subscription } from "./subscription.ts";
import { texts } from "./texts.ts";

/** How things stand with what was bought, in words. */
export interface Standing {
  badge: string;
  tone: BadgeTone;
  text: string;
}

/**
 * @param now milliseconds since 1970 UTC
 * @param locale the reader's, when left out
 */
export function subscriptionStateOf(
  { plan, subscription }: Pick<SubscriptionSummary, "plan" | "subscription">,
  now: number,
  locale?: string,
): Standing {
  if (!subscription)
    return {
      badge: texts().subscriptionState.none,
      tone: "neutral",
      text: texts().subscriptionState.noneText,
    };
  const told = { ...subscription, label: PLANS[subscription.plan].label };
  const day = (moment: string | null) =>
    moment === null
      ? texts().subscriptionState.soon
      : texts().subscriptionState.on(formatDay(new Date(moment), locale));
  switch (subscription.status) {
    case "trialing":
      return trial(told, day, now, locale);
    case "active":
      return active(told, day);
    case "past_due":
      return plan === "free" ? stopped(told) : owed(told, locale);
    case "unpaid":
      return stopped(told);
    case "cancelled":
      return {
        badge: texts().subscriptionState.ended,
        tone: "neutral",
        text: ended(told, now, day),
      };
  }
}

type Told = Subscription & { label: string };
type Day = (moment: string | null) => string;

function trial(
  { label, trialEndsAt, cancelsAtPeriodEnd }: Told,
  day: Day,
  now: number,
  locale: string | undefined,
): Standing {
  const ends =
    trialEndsAt === null
      ? texts().subscriptionState.soon
      : formatRelative(new Date(trialEndsAt), now, locale);
  const then = cancelsAtPeriodEnd
    ? texts().subscriptionState.afterwards
    : texts().subscriptionState.buyBefore(label);
  return {
    badge: texts().subscriptionState.trial,
    tone: "info",
    text: texts().subscriptionState.trialText(ends, day(trialEndsAt), then),
  };
}

function active(
  { label, periodEndsAt, cancelsAtPeriodEnd }: Told,
  day: Day,
): Standing {
  if (cancelsAtPeriodEnd)
    return {
      badge: texts().subscriptionState.cancelled,
      tone: "warning",
      text: texts().subscriptionState.cancelledText(label, day(periodEndsAt)),
    };
  return {
    badge: texts().subscriptionState.active,
    tone: "success",
    text: texts().subscriptionState.renews(day(periodEndsAt)),
  };
}

function owed(
  { label, graceEndsAt }: Told,
  locale: string | undefined,
): Standing {
  const until =
    graceEndsAt === null
      ? texts().subscriptionState.fewDays
      : formatDay(new Date(graceEndsAt), locale);
  return {
    badge: texts().subscriptionState.paymentFailed,
    tone: "danger",
    text: texts().subscriptionState.failedText(label, until),
  };
}

function stopped({ label }: Told): Standing {
  return {
    badge: texts().subscriptionState.notPaid,
    tone: "danger",
    text: texts().subscriptionState.overText(label),
  };
}

function ended({ label, periodEndsAt }: Told, now: number, day: Day): string {
  const isPast = periodEndsAt !== null && Date.parse(periodEndsAt) <= now;
  return isPast
    ? texts().subscriptionState.endedText(label, day(periodEndsAt))
    : texts().subscriptionState.endedSometime(label);
}
