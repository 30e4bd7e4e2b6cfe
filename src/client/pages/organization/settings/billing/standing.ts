import { PLANS } from "../../../../../shared/plans.ts";
import type { BadgeTone } from "../../../../ui/badge.tsx";
import { formatDay, formatRelative } from "../../../../ui/time-format.ts";
import type { Bought, Subscription } from "./subscription.ts";

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
  if (!subscription) return NOTHING_BOUGHT;
  const told = { ...subscription, label: PLANS[subscription.plan].label };
  const day = (moment: string | null) =>
    moment === null ? "soon" : `on ${formatDay(new Date(moment), locale)}`;
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
      return { badge: "Ended", tone: "neutral", text: ended(told, now, day) };
  }
}

const NOTHING_BOUGHT: Standing = {
  badge: "No subscription",
  tone: "neutral",
  text: "There is nothing to pay.",
};

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
      ? "soon"
      : formatRelative(new Date(trialEndsAt), now, locale);
  const then = cancelsAtPeriodEnd
    ? "The limits of Free hold from then on."
    : `Buy it before then to keep ${label}.`;
  return {
    badge: "Trial",
    tone: "info",
    text: `The trial ends ${ends}, ${day(trialEndsAt)}. ${then}`,
  };
}

function active(
  { label, periodEndsAt, cancelsAtPeriodEnd }: Told,
  day: Day,
): Standing {
  if (cancelsAtPeriodEnd)
    return {
      badge: "Cancelled",
      tone: "warning",
      text: `${label} ends ${day(periodEndsAt)} and is paid for until then. The limits of Free hold from then on.`,
    };
  return {
    badge: "Active",
    tone: "success",
    text: `Renews ${day(periodEndsAt)}.`,
  };
}

function owed(
  { label, graceEndsAt }: Told,
  locale: string | undefined,
): Standing {
  const until =
    graceEndsAt === null
      ? "a few days more"
      : formatDay(new Date(graceEndsAt), locale);
  return {
    badge: "Payment failed",
    tone: "danger",
    text: `The last payment failed. ${label} works until ${until}; change how you pay before then to keep it.`,
  };
}

function stopped({ label }: Told): Standing {
  return {
    badge: "Not paid",
    tone: "danger",
    text: `The last payment failed, and ${label} is over. Pay what is open to have it back.`,
  };
}

function ended({ label, periodEndsAt }: Told, now: number, day: Day): string {
  const isPast = periodEndsAt !== null && Date.parse(periodEndsAt) <= now;
  return isPast
    ? `${label} ended ${day(periodEndsAt)}. Nothing is deleted.`
    : `${label} has ended. Nothing is deleted.`;
}
