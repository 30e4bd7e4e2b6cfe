import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  title: "Zwei-Faktor-Anmeldung",
  failed: "Sie sind nicht angemeldet",
  somebodyElse: "Mit anderem Konto anmelden",
  app: {
    text: "Geben Sie den Code ein, den Ihre Authenticator-App für Tenantry zeigt.",
    label: "Code",
    missing: "Geben Sie die 6 Ziffern ein, die Ihre App zeigt.",
  },
  recovery: {
    text: "Geben Sie einen der Wiederherstellungscodes ein, die Sie aufbewahrt haben. Jeder gilt einmal.",
    label: "Wiederherstellungscode",
    missing: "Geben Sie einen Wiederherstellungscode ein.",
  },
  passkey: {
    text: "Bestätigen Sie mit Ihrem Passkey: Fingerabdruck, Gesicht, PIN Ihres Geräts oder Sicherheitsschlüssel.",
    unsupported:
      "Dieser Browser kennt keine Passkeys. Verwenden Sie einen anderen Browser oder einen Wiederherstellungscode.",
    use: "Passkey verwenden",
  },
  submit: "Anmelden",
  useRecovery: "Stattdessen einen Wiederherstellungscode verwenden",
  useApp: "Stattdessen einen Code Ihrer App verwenden",
  usePasskey: "Stattdessen Ihren Passkey verwenden",
  expired: {
    title: "Diese Anmeldung hat zu lange gedauert",
    text: "Der zweite Schritt muss innerhalb von 10 Minuten im selben Browser folgen. Fangen Sie noch einmal an.",
    again: "Noch einmal anmelden",
  },
};

export default GERMAN;
