import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  step: (current) => `Schritt ${current} von 2`,
  create: {
    first: "Legen Sie Ihre erste Organisation an",
    another: "Organisation anlegen",
    text: "Ein Ort für die Projekte und Personen Ihres Teams. Sie werden ihr Admin.",
    name: "Name",
    namePlaceholder: "Muster GmbH",
    slug: "Adresse",
    slugHint:
      "2 bis 48 Zeichen: a–z, 0–9 und Bindestriche. Sie lässt sich später ändern; alte Links funktionieren weiter.",
    noSlug: "Wählen Sie eine Adresse dafür.",
    submit: "Organisation anlegen",
    cancel: "Abbrechen",
    failed: "Die Organisation wurde nicht angelegt",
    signedInAs: "Angemeldet als",
    signOut: "Abmelden",
  },
  invite: {
    title: "Laden Sie Ihr Team ein",
    text: (organization) =>
      `${organization} ist bereit. Mit wem arbeiten Sie zusammen?`,
    emails: "E-Mail-Adressen",
    emailsHint:
      "Fügen Sie eine Liste ein: Kommas, Leerzeichen und Zeilen trennen.",
    none: "Geben Sie mindestens eine Adresse ein, oder überspringen Sie diesen Schritt.",
    role: "Rolle",
    submit: "Einladungen senden",
    skip: "Vorerst überspringen",
    failed: "Es wurde keine Einladung verschickt",
    sent: (count) =>
      count === 1
        ? "1 Einladung verschickt"
        : `${count} Einladungen verschickt`,
    skipped: {
      ALREADY_MEMBER: "ist schon Mitglied",
      ALREADY_INVITED: "ist schon eingeladen",
      INVALID_EMAIL: "ist keine E-Mail-Adresse",
      RATE_LIMITED: "hat in einer Stunde 3 Einladungen bekommen",
      NOT_SENT: "hat heute zu viele Einladungen bekommen",
    },
    notAll: "Einige Adressen wurden ausgelassen",
    toDashboard: "Zur Übersicht",
  },
};

export default GERMAN;
