import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  title: "Neue E-Mail-Adresse bestätigen",
  text: "Sie melden sich künftig mit der E-Mail-Adresse an, an die wir diesen Link gesendet haben. Fahren Sie nur fort, wenn Sie die Änderung selbst angefordert haben.",
  submit: "Diese E-Mail-Adresse verwenden",
  failed: "Ihre E-Mail-Adresse konnte nicht geändert werden",
  changed: (email) => `Ihre E-Mail-Adresse ist jetzt ${email}`,
  signInRequired: {
    title: "Melden Sie sich an, um Ihre neue E-Mail-Adresse zu bestätigen",
    text: "Der Link gilt nur für das Konto, das ihn angefordert hat. Melden Sie sich dort mit der bisherigen E-Mail-Adresse an. Danach kommen Sie hierher zurück.",
  },
  otherAccount: {
    title: "Dieser Link gehört zu einem anderen Konto",
    signedIn: "Sie sind angemeldet als",
    text: ". Es wurde nichts geändert. Wenn Sie die Änderung in einem anderen Konto angefordert haben, melden Sie sich ab und fahren Sie mit jenem fort.",
    signOut: "Abmelden und fortfahren",
  },
  notYou:
    "Wenn Sie das nicht angefordert haben, können Sie diese Seite schließen. Es ändert sich nichts.",
  noToken: {
    title: "Neue E-Mail-Adresse bestätigen",
    text: "Öffnen Sie den Link in der E-Mail, die wir an Ihre neue Adresse gesendet haben. Der Link funktioniert einmal und läuft nach 1 Stunde ab.",
  },
  invalid: {
    title: "Dieser Link ist nicht mehr gültig",
    text: "Der Link ist abgelaufen, wurde schon verwendet oder durch einen neueren ersetzt, oder ein anderes Konto verwendet jetzt diese E-Mail-Adresse. In Ihrem Profil können Sie einen neuen Link anfordern.",
  },
  profile: "Profil öffnen",
  signIn: "Anmelden",
};

export default GERMAN;
