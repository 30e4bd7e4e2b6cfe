import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  title: "Einladungslinks",
  description:
    "Wer einen solchen Link hat, kann beitreten, ohne E-Mail an die eigene Adresse.",
  make: "Neuer Link",
  none: "Keine Links",
  noneText:
    "Ein Link lässt alle herein, die ihn haben, so oft und so lange, wie Sie sagen. Geben Sie ihn im Chat weiter, oder stellen Sie ihn ins Intranet.",
  caption: "Einladungslinks, neueste zuerst",
  actions: (role) => `Aktionen für den Link, Rolle: ${role}`,
  uses: (uses, most) =>
    most === null ? `${uses} beigetreten` : `${uses} von ${most} beigetreten`,
  anyAddress: "Jede Adresse",
  madeBy: "Erstellt von",
  status: {
    live: "Gültig",
    expired: "Abgelaufen",
    full: "Aufgebraucht",
    revoked: "Zurückgezogen",
    void: "Ungültig",
  },
  void: "Wer ihn erstellt hat, darf nicht mehr einladen. Erstellen Sie einen neuen.",
  expires: "läuft ab",
  revoke: {
    item: "Zurückziehen…",
    title: "Diesen Link zurückziehen?",
    text: "Niemand tritt mehr darüber bei. Wer beigetreten ist, bleibt Mitglied.",
    action: "Zurückziehen",
    done: "Link zurückgezogen",
  },
  form: {
    title: "Neuer Einladungslink",
    description:
      "Wer ihn hat, kann beitreten. Geben Sie ihn mit Bedacht weiter.",
    failed: "Es wurde kein Link erstellt.",
    role: "Rolle",
    uses: "Wie viele beitreten dürfen",
    usesHint: "Leer lassen für beliebig viele.",
    usesWrong: "Geben Sie eine ganze Zahl von 1 bis 10.000 ein, oder nichts.",
    domains: "Nur Adressen bei",
    domainsHint:
      "Domains, durch Kommas getrennt: muster.de, muster.com. Leer für jede Adresse.",
    domainsMost: "Nennen Sie höchstens 10 Domains.",
    expires: "Gültig für",
    days: (days) => (days === 1 ? "1 Tag" : `${days} Tage`),
    cancel: "Abbrechen",
    submit: "Link erstellen",
  },
  made: {
    title: "Kopieren Sie den Link",
    text: "Er wird nur dieses eine Mal angezeigt. Wer ihn hat, kann beitreten, bis er abläuft; geben Sie ihn also mit Bedacht weiter.",
    label: "Link",
    copy: "Link kopieren",
    done: "Fertig",
  },
  linkTable: {
    role: "Rolle danach",
    uses: "Benutzt",
    status: "Status",
    actions: "Aktionen",
  },
};

export default GERMAN;
