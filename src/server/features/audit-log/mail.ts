import { type Mail, PHRASES } from "#server/kernel/mail/content";
import { formatDay, formatPeriod } from "#server/kernel/mail/formats";
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
  const day = { en: formatDay(lowersAt, "en"), de: formatDay(lowersAt, "de") };
  const forever = days === null;
  return {
    to,
    link,
    organization,
    content: {
      en: {
        subject: `Older audit log events of ${organization} will be deleted on ${day.en}`,
        paragraphs: [
          `On the ${plan} plan, the audit log of ${organization} is kept for ${formatPeriod(daysNext, "en")}. Until now, it was kept ${forever ? "forever" : `for ${formatPeriod(days, "en")}`}. On ${day.en}, all older events will be permanently deleted.`,
          "To keep older events, download them before that day, or upgrade to a larger plan.",
        ],
        action: "Open audit log",
        footnote: PHRASES.en.toAdmin(organization),
      },
      de: {
        subject: `Ältere Einträge im Audit-Log von ${organization} werden am ${day.de} gelöscht`,
        paragraphs: [
          `Im Tarif ${plan} wird das Audit-Log von ${organization} ${formatPeriod(daysNext, "de")} aufbewahrt, bisher ${forever ? "unbegrenzt" : formatPeriod(days, "de")}. Am ${day.de} werden alle älteren Einträge endgültig gelöscht.`,
          "Um ältere Einträge zu behalten, laden Sie sie vorher herunter, oder wechseln Sie in einen größeren Tarif.",
        ],
        action: "Audit-Log öffnen",
        footnote: PHRASES.de.toAdmin(organization),
      },
    },
  };
}
