import type { Language } from "#shared/languages";
import type { Mail } from "#server/kernel/mail/content";
import { formatMoment } from "#server/kernel/mail/formats";
import { deviceName } from "../devices/mail";

interface Attempt {
  link: string;
  /** The user agent of the sign-up; empty if the request had none. */
  userAgent: string;
  /** The time of the sign-up, in milliseconds since 1970 UTC. */
  at: number;
}

type SignUpMail = Attempt & { to: string };

/** The mail omits the name from the form, because a stranger can write any text there for any address. */
export function verificationMail({
  to,
  link,
  others = [],
  ...asked
}: SignUpMail & {
  /** Further pending sign-ups with the same address, which get links in the same mail. */
  others?: readonly Attempt[];
}): Mail {
  return {
    to,
    link,
    content: {
      en: {
        subject: "Confirm your email address",
        paragraphs: ["Confirm your email address to finish signing up."],
        facts: factsOf(asked, "en"),
        action: "Confirm email address",
        links: others.map((other) => ({
          label: `Sign-up on ${formatMoment(other.at, "en")}, ${deviceName(other.userAgent, "en")}`,
          url: other.link,
        })),
        advice: [
          "Open the link in the browser you signed up with, and you’ll be signed in. In any other browser, sign in with your password or choose a new one.",
        ],
        footnote:
          "The link expires in 24 hours. If you didn’t sign up, ignore this email. No account was created.",
      },
      de: {
        subject: "Bestätigen Sie Ihre E-Mail-Adresse",
        paragraphs: [
          "Bestätigen Sie Ihre E-Mail-Adresse, um die Registrierung abzuschließen.",
        ],
        facts: factsOf(asked, "de"),
        action: "E-Mail-Adresse bestätigen",
        links: others.map((other) => ({
          label: `Registrierung am ${formatMoment(other.at, "de")}, ${deviceName(other.userAgent, "de")}`,
          url: other.link,
        })),
        advice: [
          "Öffnen Sie den Link in dem Browser, in dem Sie sich registriert haben, dann sind Sie gleich angemeldet. In jedem anderen Browser melden Sie sich mit Ihrem Passwort an, oder Sie wählen ein neues.",
        ],
        footnote:
          "Der Link läuft in 24 Stunden ab. Wenn Sie sich nicht registriert haben, ignorieren Sie diese E-Mail. Es wurde kein Konto erstellt.",
      },
    },
  };
}

export function accountExistsMail({ to, link, ...asked }: SignUpMail): Mail {
  return {
    to,
    link,
    content: {
      en: {
        subject: "You already have an account",
        paragraphs: [
          "Someone tried to sign up with this email address, but it already has an account. Nothing was changed.",
        ],
        facts: factsOf(asked, "en"),
        action: "Sign in",
        advice: [
          "If you forgot your password, you can reset it on the sign-in page.",
        ],
        footnote:
          "If this wasn’t you, ignore this email. The other person can’t see that you have an account.",
      },
      de: {
        subject: "Sie haben bereits ein Konto",
        paragraphs: [
          "Jemand wollte sich mit dieser E-Mail-Adresse registrieren, aber zu ihr gibt es bereits ein Konto. Es wurde nichts geändert.",
        ],
        facts: factsOf(asked, "de"),
        action: "Anmelden",
        advice: [
          "Wenn Sie Ihr Passwort vergessen haben, können Sie es auf der Anmeldeseite zurücksetzen.",
        ],
        footnote:
          "Wenn Sie das nicht waren, ignorieren Sie diese E-Mail. Die andere Person kann nicht sehen, dass Sie ein Konto haben.",
      },
    },
  };
}

const NAMES = {
  en: { time: "Time", browser: "Browser" },
  de: { time: "Zeitpunkt", browser: "Browser" },
} as const;

function factsOf(
  { userAgent, at }: Pick<SignUpMail, "userAgent" | "at">,
  language: Language,
) {
  const { time, browser } = NAMES[language];
  return [
    [time, formatMoment(at, language)],
    [browser, deviceName(userAgent, language)],
  ] as const;
}
