import { type Mail, PHRASES } from "#server/kernel/mail/content";
import { formatDay } from "#server/kernel/mail/formats";
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
  const isLater = from > now;
  return {
    to,
    link,
    organization,
    content: {
      en: {
        subject: `${organization} requires two-factor authentication`,
        paragraphs: [
          isLater
            ? `From ${formatDay(from, "en")}, you’ll need two-factor authentication (2FA) to access ${organization}. You haven’t set it up yet.`
            : `${organization} now requires two-factor authentication (2FA). You’ll have access again as soon as you set it up.`,
          "You can use a passkey or an authenticator app. With 2FA, a stolen password isn’t enough to sign in to your account. Setup takes about two minutes.",
        ],
        action: "Set up 2FA",
        footnote: `${PHRASES.en.toMember(organization)} Sign in as ${to} to set up 2FA. Your work in ${organization} is kept.`,
      },
      de: {
        subject: `${organization} verlangt Zwei-Faktor-Authentifizierung`,
        paragraphs: [
          isLater
            ? `Ab dem ${formatDay(from, "de")} brauchen Sie Zwei-Faktor-Authentifizierung (2FA) für den Zugang zu ${organization}. Sie haben sie noch nicht eingerichtet.`
            : `${organization} verlangt jetzt Zwei-Faktor-Authentifizierung (2FA). Sobald Sie sie eingerichtet haben, haben Sie wieder Zugang.`,
          "Sie können einen Passkey oder eine Authenticator-App verwenden. Mit 2FA genügt ein gestohlenes Passwort nicht, um sich in Ihrem Konto anzumelden. Das Einrichten dauert etwa zwei Minuten.",
        ],
        action: "2FA einrichten",
        footnote: `${PHRASES.de.toMember(organization)} Melden Sie sich als ${to} an, um 2FA einzurichten. Ihre Arbeit in ${organization} bleibt erhalten.`,
      },
    },
  };
}
