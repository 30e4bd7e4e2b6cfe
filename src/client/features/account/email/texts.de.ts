import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  title: "E-Mail-Adresse",
  text: "Mit dieser Adresse melden Sie sich an, und hier erhalten Sie Einladungen.",
  confirmed: "Bestätigt",
  unconfirmed: "Nicht bestätigt",
  confirm: {
    title: "Bestätigen Sie Ihre E-Mail-Adresse",
    text: "Öffnen Sie den Link, den wir Ihnen per E-Mail gesendet haben, in einem Browser, in dem Sie angemeldet sind. Bis dahin können Sie keine Einladungen annehmen, nicht über Ihre E-Mail-Domain beitreten und in Organisationen, denen Sie beitreten, nicht Admin werden.",
    send: "Neuen Link senden",
    sent: "Link gesendet. Prüfen Sie Ihren Posteingang.",
  },
  newEmail: "Neue E-Mail-Adresse",
  hint: "Wir senden einen Bestätigungslink. Ihre E-Mail-Adresse ändert sich erst, wenn Sie ihn angemeldet öffnen.",
  change: "E-Mail-Adresse ändern",
  failed: "Ihre E-Mail-Adresse konnte nicht geändert werden",
  sent: "Link gesendet. Prüfen Sie den Posteingang Ihrer neuen E-Mail-Adresse.",
  pending: (email) => `Bestätigen Sie ${email}`,
  pendingText:
    "Öffnen Sie den Link, den wir an diese Adresse gesendet haben, in einem Browser, in dem Sie angemeldet sind. Danach werden Sie auf allen anderen Geräten abgemeldet. Der Link läuft ab",
  resend: "Link erneut senden",
  resendWait: "Sie können den Link gleich erneut senden.",
  resent: "Neuer Link gesendet. Der vorige funktioniert nicht mehr.",
  notSent: "Der Link konnte nicht gesendet werden.",
  cancel: "Änderung abbrechen",
  cancelled: "Änderung der E-Mail-Adresse abgebrochen",
  notCancelled: "Die Änderung konnte nicht abgebrochen werden.",
};

export default GERMAN;
