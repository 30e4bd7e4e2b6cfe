import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  title: "Passwort vergessen?",
  text: "Wir schicken Ihnen per E-Mail einen Link, um ein neues zu wählen.",
  submit: "Link senden",
  failed: "Der Link konnte nicht gesendet werden",
  remembered: "Wieder eingefallen?",
  signIn: "Anmelden",
  sent: {
    title: "Prüfen Sie Ihren Posteingang",
    before: "Wenn es ein Konto gibt für",
    after:
      "haben wir einen Link geschickt, um ein neues Passwort zu wählen. Der Link funktioniert einmal und läuft nach 1 Stunde ab.",
    help: "Nichts gefunden? Prüfen Sie den Spam-Ordner und die Schreibweise der Adresse. Wir schicken den Link nur an Adressen, zu denen es ein Konto gibt.",
    other: "Andere E-Mail-Adresse verwenden",
  },
};

export default GERMAN;
