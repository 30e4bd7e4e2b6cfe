import { type Mail, PHRASES } from "#server/kernel/mail/content";
import { formatDay } from "#server/kernel/mail/formats";
import { withoutLinks } from "#server/kernel/mail/without-links";

export interface Recipient {
  to: string;
  /** The organization's name. */
  organization: string;
  /** The URL of the organization's billing page. */
  link: string;
}

/** @param until the end of the grace period, in milliseconds since 1970 UTC */
export function paymentFailedMail(
  { to, link, ...names }: Recipient,
  until: number,
): Mail {
  const organization = withoutLinks(names.organization);
  return {
    to,
    link,
    organization,
    content: {
      en: {
        subject: `Payment failed for ${organization}`,
        paragraphs: [
          `Your last payment for ${organization} failed. Your plan stays active until ${formatDay(until, "en")}.`,
          "To keep the plan, update your payment method or pay the open invoice. Otherwise, members and projects beyond the Free plan will become read-only after that day. Nothing will be deleted.",
        ],
        action: "Go to billing",
        footnote: PHRASES.en.toAdmin(organization),
      },
      de: {
        subject: `Zahlung für ${organization} fehlgeschlagen`,
        paragraphs: [
          `Ihre letzte Zahlung für ${organization} ist fehlgeschlagen. Ihr Tarif läuft bis zum ${formatDay(until, "de")} weiter.`,
          "Um den Tarif zu behalten, ändern Sie Ihre Zahlungsmethode oder bezahlen Sie die offene Rechnung. Andernfalls haben Mitglieder, die über den Tarif Free hinausgehen, danach nur noch Lesezugriff, und überzählige Projekte sind nur lesbar. Es wird nichts gelöscht.",
        ],
        action: "Zur Abrechnung",
        footnote: PHRASES.de.toAdmin(organization),
      },
    },
  };
}

/** @param plan the label of the plan that ended */
export function planEndedMail(
  { to, link, ...names }: Recipient,
  plan: string,
): Mail {
  const organization = withoutLinks(names.organization);
  return {
    to,
    link,
    organization,
    content: {
      en: {
        subject: `${organization} is now on the Free plan`,
        paragraphs: [
          `The ${plan} plan of ${organization} has ended. Nothing was deleted. Members and projects beyond the Free plan are read-only until you upgrade.`,
        ],
        action: "Choose a plan",
        footnote: PHRASES.en.toAdmin(organization),
      },
      de: {
        subject: `${organization} hat jetzt den Tarif Free`,
        paragraphs: [
          `Der Tarif ${plan} von ${organization} ist beendet. Es wurde nichts gelöscht. Mitglieder, die über den Tarif Free hinausgehen, haben nur Lesezugriff, und überzählige Projekte sind nur lesbar, bis Sie einen größeren Tarif wählen.`,
        ],
        action: "Tarif wählen",
        footnote: PHRASES.de.toAdmin(organization),
      },
    },
  };
}
