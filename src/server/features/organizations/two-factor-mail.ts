import { composeMail } from "#server/kernel/mail/layout";
import type { Mail } from "#server/kernel/mail/post";
import { withoutLinks } from "#server/kernel/mail/without-links";

export function twoFactorRequiredMail({
  to,
  from,
  now,
  link,
  ...names
}: {
  to: string;
  organization: string;
  /** When members without two-factor authentication lose access, in milliseconds since 1970 UTC. */
  from: number;
  /** When the mail is sent, in milliseconds since 1970 UTC. */
  now: number;
  /** The URL of the page where the member sets up two-factor authentication. */
  link: string;
}): Mail {
  const organization = withoutLinks(names.organization);
  const policy =
    from > now
      ? `From ${inWords(from)}, you’ll need two-factor authentication (2FA) to access ${organization}. You haven’t set it up yet.`
      : `${organization} now requires two-factor authentication (2FA). You’ll have access again as soon as you set it up.`;
  return composeMail({
    to,
    subject: `${organization} requires two-factor authentication`,
    paragraphs: [
      policy,
      "You can use a passkey or an authenticator app. With 2FA, a stolen password is not enough to sign in to your account. Setup takes about two minutes.",
    ],
    action: { label: "Set up 2FA", url: link },
    footnote: `You received this email because you are a member of ${organization}. Sign in as ${to} to set up 2FA. Your work in ${organization} is kept.`,
  });
}

/** Returns a time in words, for example `3 December 2026, 14:05 UTC`. */
function inWords(milliseconds: number): string {
  const format = new Intl.DateTimeFormat("en-GB", {
    dateStyle: "long",
    timeStyle: "short",
    timeZone: "UTC",
  });
  return `${format.format(milliseconds).replace(" at ", ", ")} UTC`;
}
