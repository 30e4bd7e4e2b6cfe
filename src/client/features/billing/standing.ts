import { PLANS } from "#shared/plans.ts";
import type { BadgeTone } from "#client/ui/badge.tsx";
import { formatDay, formatRelative } from "#client/lib/formats/time.ts";
import type { Bought, Subscription } from "./subscription.ts";
import { TEXTS } from "./texts.ts";

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
export function standingOf(
  { plan, subscription }: Pick<Bought, "plan" | "subscription">,
  now: number,
  locale?: string,
): Standing {
  if (!subscription)
    return {
      badge: TEXTS.standing.none,
      tone: "neutral",
      text: TEXTS.standing.noneText,
    };
  const told = { ...subscription, label: PLANS[subscription.plan].label };
  const day = (moment: string | null) =>
    moment === null
      ? TEXTS.standing.soon
      : TEXTS.standing.on(formatDay(new Date(moment), locale));
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
        badge: TEXTS.standing.ended,
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
      ? TEXTS.standing.soon
      : formatRelative(new Date(trialEndsAt), now, locale);
  const then = cancelsAtPeriodEnd
    ? TEXTS.standing.afterwards
    : TEXTS.standing.buyBefore(label);
  return {
    badge: TEXTS.standing.trial,
    tone: "info",
    text: TEXTS.standing.trialText(ends, day(trialEndsAt), then),
  };
}

function active(
  { label, periodEndsAt, cancelsAtPeriodEnd }: Told,
  day: Day,
): Standing {
  if (cancelsAtPeriodEnd)
    return {
      badge: TEXTS.standing.cancelled,
      tone: "warning",
      text: TEXTS.standing.cancelledText(label, day(periodEndsAt)),
    };
  return {
    badge: TEXTS.standing.active,
    tone: "success",
    text: TEXTS.standing.renews(day(periodEndsAt)),
  };
}

function owed(
  { label, graceEndsAt }: Told,
  locale: string | undefined,
): Standing {
  const until =
    graceEndsAt === null
      ? TEXTS.standing.fewDays
      : formatDay(new Date(graceEndsAt), locale);
  return {
    badge: TEXTS.standing.paymentFailed,
    tone: "danger",
    text: TEXTS.standing.failedText(label, until),
  };
}

function stopped({ label }: Told): Standing {
  return {
    badge: TEXTS.standing.notPaid,
    tone: "danger",
    text: TEXTS.standing.overText(label),
  };
}

function ended({ label, periodEndsAt }: Told, now: number, day: Day): string {
  const isPast = periodEndsAt !== null && Date.parse(periodEndsAt) <= now;
  return isPast
    ? TEXTS.standing.endedText(label, day(periodEndsAt))
    : TEXTS.standing.endedSometime(label);
}
