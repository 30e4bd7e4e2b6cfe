import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  title: "Anmelden",
  ended:
    "Ihre Sitzung ist beendet. Melden Sie sich an, um dort weiterzumachen, wo Sie waren.",
  toInvitation: "Melden Sie sich an, um Ihre Einladung zu beantworten.",
  toEmailChange: "Melden Sie sich an, um Ihre neue Adresse zu bestätigen.",
  password: "Passwort",
  noPassword: "Geben Sie Ihr Passwort ein.",
  forgot: "Passwort vergessen?",
  submit: "Anmelden",
  failed: "Sie sind nicht angemeldet",
  noAccount: "Noch kein Konto?",
  signUp: "Registrieren",
  wait: {
    title: "Zu viele Versuche",
    text: "Warten Sie, bis die Zeit um ist, und versuchen Sie es dann erneut.",
  },
  unverified: {
    title: "Bestätigen Sie zuerst Ihre Adresse",
    text: "Das Passwort stimmt, aber der Link in unserer E-Mail wurde noch nicht geöffnet.",
  },
  demo: {
    title: "Demo-Personen",
    text: "Nur in der Entwicklung. Ein Klick meldet an.",
  },
  demoPeople: {
    notSignedIn: "Sie sind nicht angemeldet.",
  },
};

export default GERMAN;
