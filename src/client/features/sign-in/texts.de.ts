import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  title: "Anmelden",
  ended: "Ihre Sitzung ist beendet. Melden Sie sich an, um fortzufahren.",
  toInvitation: "Melden Sie sich an, um Ihre Einladung anzunehmen.",
  toEmailChange:
    "Melden Sie sich an, um Ihre neue E-Mail-Adresse zu bestätigen.",
  password: "Passwort",
  noPassword: "Geben Sie Ihr Passwort ein.",
  forgot: "Passwort vergessen?",
  submit: "Anmelden",
  failed: "Die Anmeldung ist fehlgeschlagen",
  noAccount: "Noch kein Konto?",
  signUp: "Registrieren",
  wait: {
    title: "Zu viele Versuche",
    text: "Versuchen Sie es erneut, wenn der Countdown abgelaufen ist.",
  },
  unverified: {
    title: "Bestätigen Sie zuerst Ihre E-Mail-Adresse",
    text: "Ihr Passwort ist richtig, aber Sie haben den Link aus unserer E-Mail noch nicht geöffnet.",
  },
  passkey: {
    signIn: "Mit einem Passkey anmelden",
  },
  demo: {
    title: "Demo-Personen",
    text: "Nur in der Entwicklung. Klicken Sie zum Anmelden.",
  },
  demoPeople: {
    notSignedIn: "Die Anmeldung ist fehlgeschlagen.",
  },
};

export default GERMAN;
