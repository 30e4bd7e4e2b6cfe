import { composeMail } from "#server/kernel/mail/layout";
import type { Mail } from "#server/kernel/mail/post";
import { withoutLinks } from "#server/kernel/mail/without-links";

interface Notice {
  to: string;
  name: string;
  /** The page where the user requests a password reset link. */
  link: string;
}

export function passkeyAddedMail({ to, link, ...names }: Notice): Mail {
  const name = withoutLinks(names.name);
  return composeMail({
    to,
    subject: "A passkey was added to your account",
    paragraphs: [
      `You can now sign in with the passkey “${name}” alone. Signing in with your password needs a second factor from now on.`,
      "If this was you, you don't need to do anything. If it wasn't, change your password now, remove the passkey and contact support.",
    ],
    action: { label: "This wasn't me", url: link },
    footnote:
      "Keep your recovery codes in a place that you can reach without your devices. Each works once.",
  });
}

export function passkeyRemovedMail({ to, link, ...names }: Notice): Mail {
  const name = withoutLinks(names.name);
  return composeMail({
    to,
    subject: "A passkey was removed from your account",
    paragraphs: [
      `The passkey “${name}” no longer signs you in. Your device may still show it; you can delete it there.`,
      "If this was you, you don't need to do anything. If it wasn't, change your password now, which signs out all devices, and contact support.",
    ],
    action: { label: "This wasn't me", url: link },
    footnote:
      "We send this email whenever a passkey is removed from your account.",
  });
}
