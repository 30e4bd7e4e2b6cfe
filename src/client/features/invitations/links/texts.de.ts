import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  title: "Einladungslinks",
  description: "Wer einen Link hat, kann ohne Einladung per E-Mail beitreten.",
  newLink: "Neuer Link",
  none: "Keine Links",
  noneText:
    "Wer den Link hat, kann beitreten. Sie legen Rolle, Ablauf und Anzahl der Verwendungen fest.",
  caption: "Einladungslinks, neueste zuerst",
  actions: (role) => `Aktionen für den Link, Rolle: ${role}`,
  uses: (uses, most) =>
    most === null ? `${uses} beigetreten` : `${uses} von ${most} beigetreten`,
  anyEmail: "Jede E-Mail-Adresse",
  createdBy: "Erstellt von",
  status: {
    live: "Aktiv",
    expired: "Abgelaufen",
    full: "Limit erreicht",
    revoked: "Zurückgezogen",
    void: "Ungültig",
  },
  void: "Der Ersteller kann niemanden mehr einladen. Erstellen Sie einen neuen Link.",
  expires: "läuft ab",
  verbs: {
    name: (role) => `Einladungslink: ${role}`,
    open: "In der Liste zeigen",
    revoke: "Zurückziehen…",
  },
  revoke: {
    title: "Diesen Link zurückziehen?",
    text: "Der Link funktioniert dann nicht mehr. Wer damit beigetreten ist, bleibt Mitglied.",
    action: "Zurückziehen",
    done: "Link zurückgezogen",
  },
  form: {
    title: "Einladungslink erstellen",
    description: "Wer den Link hat, kann beitreten, bis er abläuft.",
    failed: "Der Link konnte nicht erstellt werden.",
    role: "Rolle",
    uses: "Maximale Verwendungen",
    usesHint: "Leer lassen für unbegrenzt.",
    usesWrong:
      "Geben Sie eine ganze Zahl von 1 bis 10.000 ein, oder lassen Sie das Feld leer.",
    domains: "Erlaubte E-Mail-Domains",
    domainsHint: "Optional. Durch Kommas trennen: muster.de, muster.com",
    domainsMost: "Geben Sie höchstens 10 Domains ein.",
    expires: "Läuft ab nach",
    days: (days) => (days === 1 ? "1 Tag" : `${days} Tagen`),
    cancel: "Abbrechen",
    submit: "Link erstellen",
  },
  created: {
    title: "Link kopieren",
    text: "Kopieren Sie ihn jetzt: Er wird nicht noch einmal angezeigt. Wer ihn hat, kann beitreten, bis er abläuft.",
  },
  linkTable: {
    role: "Beitritt als",
    uses: "Verwendungen",
    status: "Status",
    actions: "Aktionen",
  },
};

export default GERMAN;
