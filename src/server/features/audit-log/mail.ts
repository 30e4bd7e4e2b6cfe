import { composeMail } from "#server/kernel/mail/layout";
import type { Mail } from "#server/kernel/mail/post";
import { withoutLinks } from "#server/kernel/mail/without-links";

interface Shortening {
  to: string;
  organization: string;
  plan: string;
  /** How many days the audit log keeps events now; null when it keeps them forever. */
  days: number | null;
  /** How many days the audit log keeps events from `lowersAt` on. */
  daysNext: number;
  /** When the shorter period begins, in milliseconds since 1970 UTC. */
  lowersAt: number;
  link: string;
}

/** Returns the mail that tells an admin that a change to a smaller plan will shorten the audit log. */
export function auditShorteningMail(shortening: Shortening): Mail {
  const { to, plan, days, daysNext, lowersAt, link } = shortening;
  const organization = withoutLinks(shortening.organization);
  const day = new Date(lowersAt).toLocaleDateString("en", {
    dateStyle: "long",
    timeZone: "UTC",
  });
  const before = days === null ? "forever" : `for ${inWords(days)}`;
  return composeMail({
    to,
    subject: `Older audit log events of ${organization} will be deleted on ${day}`,
    paragraphs: [
      `On the ${plan} plan, the audit log of ${organization} is kept for ${inWords(daysNext)}. Until now it was kept ${before}. On ${day}, all older events will be permanently deleted.`,
      `To keep older events, download them before that day, or upgrade to a larger plan.`,
    ],
    action: { label: "Open audit log", url: link },
    footnote: `You received this email because you are an admin of ${organization}.`,
  });
}

/** Returns a number of days in words, for example `90 days` or `2 years`. */
function inWords(days: number): string {
  const years = Math.round(days / 365);
  if (days < 365) return `${days} days`;
  return years === 1 ? "1 year" : `${years} years`;
}
