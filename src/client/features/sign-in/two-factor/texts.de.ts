import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  title: "Zwei-Faktor-Authentifizierung",
  failed: "Die Anmeldung ist fehlgeschlagen",
  otherAccount: "Anderes Konto verwenden",
  app: {
    text: "Geben Sie den Code aus Ihrer Authenticator-App ein.",
    label: "Code",
    missing: "Geben Sie den 6-stelligen Code aus Ihrer App ein.",
  },
  recovery: {
    text: "Geben Sie einen Ihrer Wiederherstellungscodes ein. Jeder Code funktioniert einmal.",
    label: "Wiederherstellungscode",
    missing: "Geben Sie einen Wiederherstellungscode ein.",
  },
  passkey: {
    text: "Bestätigen Sie mit Ihrem Passkey: Fingerabdruck, Gesicht, Geräte-PIN oder Sicherheitsschlüssel.",
    unsupported:
      "Dieser Browser unterstützt keine Passkeys. Verwenden Sie einen anderen Browser oder einen Wiederherstellungscode.",
    use: "Passkey verwenden",
  },
  useRecovery: "Stattdessen einen Wiederherstellungscode verwenden",
  useApp: "Stattdessen einen Code Ihrer App verwenden",
  usePasskey: "Stattdessen Ihren Passkey verwenden",
  expired: {
    title: "Diese Anmeldung ist abgelaufen",
    text: "Schließen Sie den zweiten Schritt innerhalb von 10 Minuten im selben Browser ab. Melden Sie sich erneut an.",
    again: "Erneut anmelden",
  },
};

export default GERMAN;
