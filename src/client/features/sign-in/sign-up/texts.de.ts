import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  title: "Konto anlegen",
  name: "Name",
  nameHint: "Wie Ihr Team Sie kennt.",
  password: "Passwort",
  submit: "Registrieren",
  failed: "Sie sind noch nicht registriert",
  haveAccount: "Sie haben schon ein Konto?",
  signIn: "Anmelden",
  sent: {
    title: "Sehen Sie in Ihr Postfach",
    before: "Wir haben einen Link geschickt an",
    after: "Öffnen Sie ihn in diesem Browser, um Ihre Adresse zu bestätigen.",
    help: "Nichts angekommen? Sehen Sie im Spam-Ordner nach, oder fordern Sie den Link erneut an. Wenn es zu dieser Adresse schon ein Konto gibt, steht das in der E-Mail.",
    wrong: "Falsche Adresse?",
    other: "Andere verwenden",
  },
};

export default GERMAN;
