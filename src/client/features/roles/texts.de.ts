import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import { formatList } from "#client/lib/formats/number.ts";
import type { texts } from "./texts.ts";

const members = (count: number) =>
  count === 1 ? "1 Mitglied" : `${count} Mitglieder`;

const GERMAN: TranslationOf<typeof texts> = {
  title: "Rollen",
  description:
    "Was Mitglieder dürfen. Eingebaute Rollen bleiben, wie sie sind; legen Sie eigene an, wo keine passt.",
  make: "Neue Rolle",
  builtIn: "Eingebaut",
  own: "Eigene",
  members,
  withRole: (name) => `mit der Rolle ${name}`,
  actions: (name) => `Aktionen für die Rolle ${name}`,
  edit: "Bearbeiten…",
  duplicate: "Duplizieren…",
  delete: "Löschen…",
  aboveOwn: "Sie gewährt mehr als Ihre eigene Rolle.",
  matrix: {
    title: "Was jede Rolle darf",
    scrolls: "Tabelle der Rollen und Rechte",
    permission: "Recht",
    yes: "Ja",
    no: "Nein",
  },
  noneTitle: "Noch keine eigenen Rollen",
  noneText:
    "Legen Sie eine auf Grundlage einer eingebauten an, zum Beispiel ein Mitglied, das auch einladen darf.",
  form: {
    make: "Neue Rolle",
    edit: (name) => `${name} bearbeiten`,
    failed: "Die Rolle wurde nicht gespeichert.",
    name: "Name",
    about: "Beschreibung",
    aboutHint: "Wofür sie da ist. Steht dort, wo eine Rolle gewählt wird.",
    basedOn: "Ausgehen von",
    permissions: "Was sie darf",
    neededFor: (rights) => `Wird gebraucht für: ${formatList(rights)}`,
    notYours: "Ihre eigene Rolle gewährt das nicht.",
    cancel: "Abbrechen",
    create: "Rolle anlegen",
    save: "Änderungen speichern",
    made: (name) => `${name} angelegt`,
    saved: (name) => `${name} gespeichert`,
  },
  impact: {
    nobody:
      "Niemand hat diese Rolle: Das Speichern ändert für niemanden etwas.",
    title: (count, names) =>
      count === 1 ? `${names} ist betroffen` : `${names} sind betroffen`,
    gained: "Künftig erlaubt:",
    lost: "Künftig nicht mehr erlaubt:",
    voided: (count) =>
      count === 1
        ? "1 offene Einladung wird ungültig, weil die einladende Person sie nicht mehr verschicken könnte."
        : `${count} offene Einladungen werden ungültig, weil die einladenden Personen sie nicht mehr verschicken könnten.`,
    others: (count) => (count === 1 ? "1 weitere Person" : `${count} weitere`),
  },
  remove: {
    title: (name) => `Rolle ${name} löschen?`,
    unused: "Niemand hat sie. Das lässt sich nicht rückgängig machen.",
    used: (count) =>
      `Betroffen: ${count}. Sie und offene Einladungen bekommen die Rolle, die Sie hier wählen.`,
    replacement: "Neue Rolle dafür",
    choose: "Rolle wählen",
    chooseFirst: "Wählen Sie zuerst die neue Rolle.",
    failed: "Die Rolle wurde nicht gelöscht.",
    cancel: "Abbrechen",
    action: "Rolle löschen",
    done: (name) => `${name} gelöscht`,
  },
  roleList: {
    role: "Rolle",
    members: "Mitglieder",
    actions: "Aktionen",
    caption: "Rollen, eingebaute zuerst",
  },
  permissions: {
    "organization:read": "Organisation und Einstellungen sehen",
    "organization:update": "Name, Einstellungen, Domains, Sicherheit ändern",
    "organization:delete": "Organisation löschen",
    "member:read": "Mitglieder sehen",
    "member:update": "Rollen ändern, Mitglieder sperren",
    "member:remove": "Mitglieder entfernen",
    "member:leave": "Verlassen",
    "invitation:read": "Einladungen und Links sehen",
    "invitation:create": "Einladen, Links erstellen",
    "invitation:revoke": "Einladungen und Links zurückziehen",
    "project:read": "Projekte sehen",
    "project:create": "Projekte anlegen",
    "project:update": "Projekte ändern und archivieren",
    "project:delete": "Jedes Projekt löschen",
    "project:deleteOwn": "Eigene Projekte löschen",
    "analytics:read": "Zahlen der Übersicht sehen",
    "audit:read": "Audit-Log lesen und herunterladen",
    "billing:read": "Tarif, Nutzung und Rechnungen sehen",
    "billing:manage": "Tarif, Plätze und Karten ändern",
    "role:read": "Rollen sehen",
    "role:manage": "Rollen anlegen, ändern und löschen",
    "apiKey:read": "API-Schlüssel sehen",
    "apiKey:manage": "API-Schlüssel erstellen und widerrufen",
    "webhook:read": "Webhooks sehen",
    "webhook:manage": "Webhooks einrichten",
  },
  resources: {
    organization: "Organisation",
    member: "Mitglieder",
    invitation: "Einladungen",
    project: "Projekte",
    analytics: "Übersicht",
    audit: "Audit-Log",
    billing: "Abrechnung",
    role: "Rollen",
    apiKey: "API-Schlüssel",
    webhook: "Webhooks",
  },
};

export default GERMAN;
