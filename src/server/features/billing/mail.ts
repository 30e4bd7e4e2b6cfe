import { composeMail } from "#server/kernel/mail/layout";
import type { Mail } from "#server/kernel/mail/post";
import { withoutLinks } from "#server/kernel/mail/without-links";

export interface Recipient {
  to: string;
  /** The organization's name. */
  organization: string;
  /** The URL of the organization's billing page. */
  link: string;
}

const footnote = (organization: string) =>
  `You received this email because you are an admin of ${organization}.`;

/** @param until the last day of the grace period, as text */
export function paymentFailedMail(recipient: Recipient, until: string): Mail {
  const { to, link } = recipient;
  const organization = withoutLinks(recipient.organization);
  return composeMail({
    to,
    subject: `Payment failed for ${organization}`,
    paragraphs: [
      `Your last payment for ${organization} failed. Your plan stays active until ${until}.`,
      `Update your payment method or pay the open invoice to keep the plan. Otherwise, members and projects beyond the Free plan become read-only after that day. Nothing is deleted.`,
    ],
    action: { label: "Go to billing", url: link },
    footnote: footnote(organization),
  });
}

/** @param plan the label of the plan that ended */
export function planEndedMail(recipient: Recipient, plan: string): Mail {
  const { to, link } = recipient;
  const organization = withoutLinks(recipient.organization);
  return composeMail({
    to,
    subject: `${organization} is now on the Free plan`,
    paragraphs: [
      `The ${plan} plan of ${organization} has ended. Nothing was deleted. Members and projects beyond the Free plan are read-only until you upgrade.`,
    ],
    action: { label: "Choose a plan", url: link },
    footnote: footnote(organization),
  });
}
