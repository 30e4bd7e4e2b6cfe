import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  title: "Neues Passwort wählen",
  text: "Sie werden hier angemeldet und auf allen anderen Geräten abgemeldet.",
  password: "Neues Passwort",
  submit: "Passwort festlegen",
  failed: "Ihr Passwort konnte nicht geändert werden",
  changed: "Passwort geändert",
  noToken: {
    title: "Neues Passwort wählen",
    text: "Öffnen Sie den Link in der E-Mail, die wir Ihnen geschickt haben. Der Link funktioniert einmal und läuft nach 1 Stunde ab.",
  },
  invalid: {
    title: "Dieser Link ist nicht mehr gültig",
    text: "Der Link ist vielleicht abgelaufen, wurde verwendet oder durch einen neueren ersetzt.",
  },
  again: "Neuen Link senden",
  signIn: "Anmelden",
};

export default GERMAN;
