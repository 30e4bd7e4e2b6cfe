import { letter } from "#server/kernel/mail/layout";
import type { Mail } from "#server/kernel/mail/post";
import { withoutLinks } from "#server/kernel/mail/without-links";

interface Account {
  to: string;
  /** The organization's name. */
  organization: string;
  /** Its billing page. */
  link: string;
}

const footnote = (organization: string) =>
  `You get this mail because you are an admin of ${organization}.`;

/** A payment failed; `until`, as a day in words, is when the plan ends for it. */
export function paymentFailedMail(account: Account, until: string): Mail {
  const { to, link } = account;
  const organization = withoutLinks(account.organization);
  return letter({
    to,
    subject: `A payment for ${organization} failed`,
    paragraphs: [
      `The last payment for ${organization} did not go through. Everything works as before until ${until}.`,
      `Change the card, or pay the open invoice, and nothing else has to be done. After that day members and projects beyond the free plan can only be read; nothing is deleted.`,
    ],
    action: { label: "Look at billing", url: link },
    footnote: footnote(organization),
  });
}

/** The plan is over, and the free one is what is left. */
export function planEndedMail(account: Account, plan: string): Mail {
  const { to, link } = account;
  const organization = withoutLinks(account.organization);
  return letter({
    to,
    subject: `${organization} is on the free plan now`,
    paragraphs: [
      `The plan ${plan} of ${organization} has ended. Nothing was deleted: members and projects beyond the free plan can be read, and are as they were once there is room for them again.`,
    ],
    action: { label: "Choose a plan", url: link },
    footnote: footnote(organization),
  });
}
