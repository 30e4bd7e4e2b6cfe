import { letter } from "#server/kernel/mail/layout";
import type { Mail } from "#server/kernel/mail/post";
import { withoutLinks } from "#server/kernel/mail/without-links";

export function secondFactorRequiredMail({
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
  /** The page where the member sets it up. */
  link: string;
}): Mail {
  const organization = withoutLinks(names.organization);
  const keepsOut =
    from > now
      ? `From ${inWords(from)} on, ${organization} lets members in with a second factor only. Your account has none yet.`
      : `${organization} now lets members in with a second factor only. Your account has none yet, so you are kept out until it has.`;
  return letter({
    to,
    subject: `${organization} requires a second factor`,
    paragraphs: [
      keepsOut,
      "A second factor is a passkey, or the six digits an authenticator app shows. With it, a stolen password alone lets nobody in. It takes about two minutes.",
    ],
    action: { label: "Set up a second factor", url: link },
    footnote: `You get this mail because you are a member of ${organization}. Sign in as ${to}; nothing you have there is lost.`,
  });
}

/** For example: 3 December 2026, 14:05 UTC */
function inWords(milliseconds: number): string {
  const format = new Intl.DateTimeFormat("en-GB", {
    dateStyle: "long",
    timeStyle: "short",
    timeZone: "UTC",
  });
  return `${format.format(milliseconds).replace(" at ", ", ")} UTC`;
}
