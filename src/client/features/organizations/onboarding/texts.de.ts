import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  step: (current) => `Schritt ${current} von 2`,
  create: {
    first: "Erstellen Sie Ihre erste Organisation",
    another: "Organisation erstellen",
    text: "Der gemeinsame Arbeitsbereich Ihres Teams. Sie sind der Admin.",
    name: "Name",
    namePlaceholder: "Muster GmbH",
    slug: "Kurzname",
    slugHint:
      "2–48 Kleinbuchstaben, Ziffern und Bindestriche. Sie können ihn später ändern; alte Links werden 90 Tage lang weitergeleitet.",
    submit: "Organisation erstellen",
    cancel: "Abbrechen",
    failed: "Die Organisation konnte nicht erstellt werden",
    signedInAs: "Angemeldet als",
    signOut: "Abmelden",
  },
  invite: {
    title: "Laden Sie Ihr Team ein",
    text: (organization) =>
      `${organization} ist bereit. Laden Sie die Personen ein, mit denen Sie arbeiten.`,
    emails: "E-Mail-Adressen",
    emailsHint:
      "Trennen Sie E-Mail-Adressen durch Kommas, Leerzeichen oder neue Zeilen.",
    none: "Geben Sie mindestens eine E-Mail-Adresse ein, oder überspringen Sie diesen Schritt.",
    role: "Rolle",
    submit: "Einladungen senden",
    skip: "Vorerst überspringen",
    failed: "Die Einladungen konnten nicht gesendet werden",
    sent: (count) =>
      count === 1 ? "1 Einladung gesendet" : `${count} Einladungen gesendet`,
    skipped: {
      ALREADY_MEMBER: "Bereits Mitglied",
      ALREADY_INVITED: "Bereits eingeladen",
      INVALID_EMAIL: "Keine gültige E-Mail-Adresse",
      RATE_LIMITED: "Hat in der letzten Stunde schon 3 Einladungen erhalten",
      NOT_SENT: "Hat heute schon zu viele Einladungen erhalten",
    },
    someSkipped: "Einige Einladungen wurden nicht gesendet",
    toDashboard: "Zur Übersicht",
  },
};

export default GERMAN;
