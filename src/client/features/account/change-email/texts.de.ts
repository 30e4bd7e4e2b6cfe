import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  title: "Neue Adresse bestätigen",
  text: "Mit der Adresse, an die dieser Link ging, melden Sie sich künftig an. Fahren Sie nur fort, wenn Sie selbst darum gebeten haben.",
  submit: "Diese Adresse verwenden",
  failed: "Ihre Adresse wurde nicht geändert",
  changed: (email) => `Ihre Adresse ist jetzt ${email}`,
  signInFirst: {
    title: "Melden Sie sich an, um Ihre neue Adresse zu bestätigen",
    text: "Der Link gilt nur für das Konto, das darum gebeten hat. Melden Sie sich dort mit der bisherigen Adresse an; der Link bleibt hier offen.",
  },
  other: {
    title: "Dieser Link gehört zu einem anderen Konto",
    signedIn: "Sie sind angemeldet als",
    text: ". Es wurde nichts geändert. Wenn Sie in einem anderen Ihrer Konten um die neue Adresse gebeten haben, melden Sie sich ab und fahren Sie mit diesem fort; der Link bleibt hier offen.",
    signOut: "Abmelden und fortfahren",
  },
  notYou:
    "Wenn Sie nicht darum gebeten haben, schließen Sie diese Seite: Es ändert sich nichts.",
  noToken: {
    title: "Neue Adresse bestätigen",
    text: "Öffnen Sie den Link in der E-Mail, die wir an Ihre neue Adresse geschickt haben. Er gilt einmal und eine Stunde lang.",
  },
  invalid: {
    title: "Dieser Link gilt nicht mehr",
    text: "Er wurde schon benutzt, aufgehoben oder durch einen neueren ersetzt, ist älter als eine Stunde, oder die Adresse hat inzwischen ein eigenes Konto. Im Profil können Sie einen neuen anfordern.",
  },
  profile: "Profil öffnen",
  signIn: "Anmelden",
};

export default GERMAN;
