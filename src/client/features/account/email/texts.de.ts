import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  title: "E-Mail-Adresse",
  text: "Damit melden Sie sich an, und Einladungen gehen an sie.",
  confirmed: "Bestätigt",
  unconfirmed: "Nicht bestätigt",
  confirm: {
    title: "Bestätigen Sie diese Adresse",
    text: "Öffnen Sie den Link, den wir dorthin geschickt haben, in einem Browser, in dem Sie angemeldet sind. Bis dahin können Sie keine Einladungen an diese Adresse annehmen, nicht über ihre Domain beitreten und in einer Organisation, der Sie beitreten, nicht Admin werden.",
    send: "Neuen Link schicken",
    sent: "Ein Link ist unterwegs an Ihre Adresse",
  },
  chosen: "Neue E-Mail-Adresse",
  hint: "Wir schicken einen Link dorthin. Ihre Adresse bleibt, wie sie ist, bis Sie diesen Link angemeldet öffnen.",
  change: "Adresse ändern",
  failed: "Ihre Adresse wurde nicht geändert",
  sent: "Ein Link ist unterwegs an Ihre neue Adresse",
  pending: (email) => `Warten auf ${email}`,
  pendingText:
    "Öffnen Sie den Link, den wir dorthin geschickt haben, in einem Browser, in dem Sie angemeldet sind: Dann ist es Ihre Adresse. Alle anderen Geräte werden abgemeldet. Der Link läuft ab",
  resend: "Noch einmal senden",
  resendAgain: "Gleich können Sie ihn noch einmal senden.",
  resent: "Ein neuer Link ist unterwegs; der vorige gilt nicht mehr",
  notSent: "Es wurde kein Link verschickt.",
  cancel: "Bisherige Adresse behalten",
  cancelled: "Ihre Adresse bleibt, wie sie ist",
  notCancelled: "Die Änderung wurde nicht abgebrochen.",
};

export default GERMAN;
