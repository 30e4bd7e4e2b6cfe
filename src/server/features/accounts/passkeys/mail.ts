import { letter } from "#server/kernel/mail/layout";
import type { Mail } from "#server/kernel/mail/post";
import { withoutLinks } from "#server/kernel/mail/without-links";

interface Notice {
  to: string;
  /** What its owner calls it. */
  name: string;
  /** The page that mails the way to a new password. */
  link: string;
}

export function passkeyAddedMail({ to, link, ...names }: Notice): Mail {
  const name = withoutLinks(names.name);
  return letter({
    to,
    subject: "A passkey was added to your account",
    paragraphs: [
      `The passkey “${name}” was added to your account. It signs you in by itself, and a password alone does not any more.`,
      "If it was you, there is nothing to do. If it was not, choose a new password at once, remove that passkey in your account, and tell whoever runs this service.",
    ],
    action: { label: "It was not me", url: link },
    footnote:
      "Keep your recovery codes where you find them without your devices: each signs you in once.",
  });
}

export function passkeyRemovedMail({ to, link, ...names }: Notice): Mail {
  const name = withoutLinks(names.name);
  return letter({
    to,
    subject: "A passkey of your account was removed",
    paragraphs: [
      `The passkey “${name}” was removed from your account. It does not sign you in any more. Your device may still show it: you can delete it there.`,
      "If it was you, there is nothing to do. If it was not, choose a new password at once, which signs out every device, and tell whoever runs this service.",
    ],
    action: { label: "It was not me", url: link },
    footnote:
      "You get this mail whenever a passkey of your account is removed.",
  });
}
