import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  title: "Konto erstellen",
  name: "Name",
  nameHint: "Der Name, den Ihr Team sieht",
  password: "Passwort",
  submit: "Registrieren",
  failed: "Ihr Konto konnte nicht erstellt werden",
  haveAccount: "Sie haben schon ein Konto?",
  signIn: "Anmelden",
  sent: {
    title: "Prüfen Sie Ihren Posteingang",
    before: "Wir haben einen Link geschickt an",
    after:
      "Öffnen Sie ihn in diesem Browser, um Ihre E-Mail-Adresse zu bestätigen.",
    help: "Nichts gefunden? Prüfen Sie den Spam-Ordner, oder senden Sie den Link erneut. Wenn es zu dieser Adresse schon ein Konto gibt, steht das in der E-Mail.",
    wrong: "Falsche E-Mail-Adresse?",
    other: "Andere E-Mail-Adresse verwenden",
  },
};

export default GERMAN;
