import { letter } from "#server/kernel/mail/layout";
import { emailField } from "#shared/fields";
import type { Mail } from "#server/kernel/mail/post";
import { withoutLinks } from "#server/kernel/mail/without-links";

interface About {
  to: string;
  /** Such as "GitHub". */
  provider: string;
  /** The account there, as its owner knows it. */
  label: string;
  /** The page that lists the linked accounts. */
  link: string;
}

export function identityLinkedMail({
  to,
  provider,
  link,
  ...about
}: About): Mail {
  const label = labelOf(about);
  return letter({
    to,
    subject: `${provider} signs you in now`,
    paragraphs: [
      `The ${provider} account ${label} was connected to yours. Whoever can use it can sign in as you.`,
      "If it was you, there is nothing to do. If it was not, disconnect it and choose a new password.",
    ],
    action: { label: "Look at your linked accounts", url: link },
    footnote:
      "You get this mail whenever an account elsewhere is connected to yours.",
  });
}

export function identityUnlinkedMail({
  to,
  provider,
  link,
  ...about
}: About): Mail {
  const label = labelOf(about);
  return letter({
    to,
    subject: `${provider} does not sign you in any more`,
    paragraphs: [
      `The ${provider} account ${label} was disconnected from yours.`,
      "If it was you, there is nothing to do. If it was not, choose a new password.",
    ],
    action: { label: "Look at your linked accounts", url: link },
    footnote:
      "You get this mail whenever an account elsewhere is disconnected from yours.",
  });
}

// An address must stay readable; any other label is a name that was chosen elsewhere.
function labelOf({ label }: Pick<About, "label">): string {
  return emailField.safeParse(label).success ? label : withoutLinks(label);
}
