import { type Mail, PHRASES } from "#server/kernel/mail/content";
import { withoutLinks } from "#server/kernel/mail/without-links";

interface Notice {
  to: string;
  name: string;
  /** The page where the user requests a password reset link. */
  link: string;
}

export function passkeyAddedMail({ to, link, ...names }: Notice): Mail {
  const name = withoutLinks(names.name);
  return {
    to,
    link,
    content: {
      en: {
        subject: "A passkey was added to your account",
        paragraphs: [
          `You can now sign in with just the passkey “${name}”. When you sign in with your password, you’ll also need a second factor.`,
          "If this was you, you don’t need to do anything. If it wasn’t, change your password now, remove the passkey and contact support.",
        ],
        action: PHRASES.en.notYou,
        footnote:
          "Keep your recovery codes somewhere you can reach without your devices. Each code works once.",
      },
      de: {
        subject: "Ihrem Konto wurde ein Passkey hinzugefügt",
        paragraphs: [
          `Sie können sich jetzt allein mit dem Passkey „${name}“ anmelden. Wenn Sie sich mit Ihrem Passwort anmelden, brauchen Sie zusätzlich einen zweiten Faktor.`,
          "Wenn Sie das waren, müssen Sie nichts weiter tun. Wenn nicht, ändern Sie jetzt Ihr Passwort, entfernen Sie den Passkey und wenden Sie sich an den Support.",
        ],
        action: PHRASES.de.notYou,
        footnote:
          "Bewahren Sie Ihre Wiederherstellungscodes so auf, dass Sie sie ohne Ihre Geräte erreichen. Jeder Code funktioniert einmal.",
      },
    },
  };
}

export function passkeyRemovedMail({ to, link, ...names }: Notice): Mail {
  const name = withoutLinks(names.name);
  return {
    to,
    link,
    content: {
      en: {
        subject: "A passkey was removed from your account",
        paragraphs: [
          `You can no longer sign in with the passkey “${name}”. Your device may still suggest it until you delete it there too.`,
          "If this was you, you don’t need to do anything. If it wasn’t, change your password now, which signs out all devices, and contact support.",
        ],
        action: PHRASES.en.notYou,
        footnote:
          "We send this email whenever a passkey is removed from your account.",
      },
      de: {
        subject: "Ein Passkey wurde aus Ihrem Konto entfernt",
        paragraphs: [
          `Sie können sich nicht mehr mit dem Passkey „${name}“ anmelden. Ihr Gerät schlägt ihn eventuell weiter vor, bis Sie ihn auch dort löschen.`,
          "Wenn Sie das waren, müssen Sie nichts weiter tun. Wenn nicht, ändern Sie jetzt Ihr Passwort, wodurch alle Geräte abgemeldet werden, und wenden Sie sich an den Support.",
        ],
        action: PHRASES.de.notYou,
        footnote:
          "Wir senden diese E-Mail immer, wenn ein Passkey aus Ihrem Konto entfernt wird.",
      },
    },
  };
}
