import { describeDevice } from "#shared/device";
import type { Language } from "#shared/languages";
import { type Mail, PHRASES } from "#server/kernel/mail/content";
import { formatMoment } from "#server/kernel/mail/formats";

/** A sign-in or an attempt to sign in. */
export interface Attempt {
  /** The user agent of the request; empty if the request had none. */
  userAgent: string;
  address: string;
  /** The time of the request, in milliseconds since 1970 UTC. */
  at: number;
}

export function newDeviceMail({
  to,
  link,
  ...attempt
}: Attempt & {
  to: string;
  /** The page that lists the sessions. */
  link: string;
}): Mail {
  return {
    to,
    link,
    content: {
      en: {
        subject: "New sign-in to your account",
        paragraphs: ["We noticed a sign-in to your account from a new device."],
        facts: factsOf(attempt, "en"),
        action: "Review your sessions",
        advice: [
          PHRASES.en.ifYou,
          "If it wasn’t you, sign out the device on the sessions page, then change your password.",
        ],
        footnote:
          "We send this email when a device signs in to your account for the first time, or for the first time after a password change.",
      },
      de: {
        subject: "Neue Anmeldung in Ihrem Konto",
        paragraphs: ["In Ihrem Konto hat sich ein neues Gerät angemeldet."],
        facts: factsOf(attempt, "de"),
        action: "Sitzungen prüfen",
        advice: [
          PHRASES.de.ifYou,
          "Wenn nicht, melden Sie das Gerät auf der Seite „Sitzungen“ ab und ändern Sie dann Ihr Passwort.",
        ],
        footnote:
          "Wir senden diese E-Mail, wenn sich ein Gerät zum ersten Mal in Ihrem Konto anmeldet, auch zum ersten Mal nach einer Änderung des Passworts.",
      },
    },
  };
}

const NAMES = {
  en: { device: "Device", address: "IP address", time: "Time" },
  de: { device: "Gerät", address: "IP-Adresse", time: "Zeitpunkt" },
} as const;

/** Returns the details of an attempt for the table of a mail. */
export function factsOf(
  { userAgent, address, at }: Attempt,
  language: Language,
) {
  const { device, address: addressName, time } = NAMES[language];
  return [
    [device, deviceName(userAgent, language)],
    [addressName, address],
    [time, formatMoment(at, language)],
  ] as const;
}

const UNKNOWN: Record<Language, string> = {
  en: "Unknown device",
  de: "Unbekanntes Gerät",
};

/** Returns a device name for a mail. A user agent is free text, so a possible sentence or link is replaced. */
export function deviceName(userAgent: string, language: Language): string {
  const name = describeDevice(userAgent, (browser, system) =>
    language === "de"
      ? `${browser} unter ${system}`
      : `${browser} on ${system}`,
  );
  const isPlain =
    /^(?:\w+ (?:on|unter) \w+|[\w-]{1,30}(?:\/[\d.]{1,15})?)$/.test(name);
  return isPlain ? name : UNKNOWN[language];
}
