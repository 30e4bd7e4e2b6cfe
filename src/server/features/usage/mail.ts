import { count } from "#shared/sentences";
import type { UsageNotice } from "#server/core/api-usage/meter";
import { composeMail } from "#server/kernel/mail/layout";
import type { Mail } from "#server/kernel/mail/post";
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
  const calls = count(limit, "API call");
  const reset = new Date(about.month.endsAt).toLocaleDateString("en", {
    dateStyle: "long",
    timeZone: "UTC",
  });
  const isUsedUp = percent === 100;
  return composeMail({
    to,
    subject: isUsedUp
      ? `${organization} has used all API calls of this month`
      : `${organization} has used ${percent}% of its API calls`,
    paragraphs: isUsedUp
      ? [
          `${organization} has made the ${calls} that its plan includes this month. Programs with an API key are refused until ${reset} (UTC). The web app still works.`,
          "Upgrade the plan to continue at once.",
        ]
      : [
          `${organization} has made ${percent}% of the ${calls} that its plan includes this month. When all are used, programs with an API key are refused until ${reset} (UTC).`,
        ],
    action: { label: "See the usage", url: link },
    footnote: `You received this email because you are an admin of ${organization}.`,
  });
}
