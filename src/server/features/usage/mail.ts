import type { UsageNotice } from "#server/core/api-usage/meter";
import { type Mail, PHRASES } from "#server/kernel/mail/content";
import { formatCount, formatDay } from "#server/kernel/mail/formats";
import { withoutLinks } from "#server/kernel/mail/without-links";

interface About extends Pick<UsageNotice, "percent" | "limit" | "month"> {
  to: string;
  /** The organization's name. */
  organization: string;
  /** The URL of the organization's billing page. */
  link: string;
}

export function usageMail({ to, link, percent, limit, ...about }: About): Mail {
  const organization = withoutLinks(about.organization);
  const isUsedUp = percent === 100;
  const calls = {
    en: `${formatCount(limit, "en")} API calls`,
    de: `${formatCount(limit, "de")} API-Aufrufe`,
  };
  const reset = {
    en: formatDay(about.month.endsAt, "en"),
    de: formatDay(about.month.endsAt, "de"),
  };
  return {
    to,
    link,
    organization,
    content: {
      en: {
        subject: isUsedUp
          ? `${organization} has used all of this month’s API calls`
          : `${organization} has used ${percent}% of this month’s API calls`,
        paragraphs: isUsedUp
          ? [
              `${organization} has used the ${calls.en} that its plan includes each month. Calls with an API key are rejected until ${reset.en} (UTC). The web app isn’t affected.`,
              "Upgrade your plan to continue now.",
            ]
          : [
              `${organization} has used ${percent}% of the ${calls.en} that its plan includes each month. Once all of them are used, calls with an API key are rejected until ${reset.en} (UTC).`,
            ],
        action: "View usage",
        footnote: PHRASES.en.toAdmin(organization),
      },
      de: {
        subject: isUsedUp
          ? `${organization} hat alle API-Aufrufe dieses Monats verbraucht`
          : `${organization} hat ${percent} % der API-Aufrufe dieses Monats verbraucht`,
        paragraphs: isUsedUp
          ? [
              `${organization} hat die ${calls.de} verbraucht, die der Tarif im Monat enthält. Aufrufe mit einem API-Schlüssel werden bis zum ${reset.de} (UTC) abgelehnt. Die Web-App ist nicht betroffen.`,
              "Mit einem größeren Tarif geht es sofort weiter.",
            ]
          : [
              `${organization} hat ${percent} % der ${calls.de} verbraucht, die der Tarif im Monat enthält. Sobald alle verbraucht sind, werden Aufrufe mit einem API-Schlüssel bis zum ${reset.de} (UTC) abgelehnt.`,
            ],
        action: "Nutzung ansehen",
        footnote: PHRASES.de.toAdmin(organization),
      },
    },
  };
}
