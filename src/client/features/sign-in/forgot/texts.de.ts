import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  title: "Passwort vergessen?",
  text: "Wir schicken Ihnen einen Link, mit dem Sie ein neues wählen.",
  submit: "Link schicken",
  failed: "Es wurde kein Link verschickt",
  remembered: "Wieder eingefallen?",
  signIn: "Anmelden",
  sent: {
    title: "Sehen Sie in Ihr Postfach",
    before: "Wenn es ein Konto gibt für",
    after:
      "ist ein Link unterwegs, mit dem Sie ein neues Passwort wählen. Er gilt einmal und eine Stunde lang.",
    help: "Nichts angekommen? Sehen Sie im Spam-Ordner nach und prüfen Sie die Adresse: Wir schreiben nur an Adressen, die ein Konto haben.",
    other: "Andere Adresse verwenden",
  },
};

export default GERMAN;
