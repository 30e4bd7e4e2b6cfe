import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import { formatList } from "#client/lib/formats/number.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  title: "Rollen",
  description:
    "Legen Sie fest, was Mitglieder dürfen. Verwenden Sie eine integrierte Rolle oder erstellen Sie eigene.",
  create: "Neue Rolle",
  builtIn: "Integriert",
  members: (count) => (count === 1 ? "1 Mitglied" : `${count} Mitglieder`),
  withRole: (name) => `mit der Rolle ${name}`,
  actions: (name) => `Aktionen für die Rolle ${name}`,
  breadcrumb: "Pfad",
  viewAs: "Als diese Rolle ansehen",
  viewAsNamed: (name) => `Als ${name} ansehen`,
  menu: {
    open: "Öffnen",
    members: "Mitglieder anzeigen",
    edit: "Bearbeiten",
    duplicate: "Duplizieren",
    delete: "Löschen…",
  },
  levels: {
    none: "Keine",
    view: "Ansehen",
    custom: "Individuell",
    manage: "Verwalten",
  },
  access: {
    caption: "Zugriff dieser Rolle",
    hint: "Öffnen Sie eine Zeile, um einzelne Rechte zu wählen. Erforderliche Rechte kommen hinzu.",
    thisRole: "Diese Rolle",
    notHeld: (permissions) => `Ihnen fehlt selbst: ${formatList(permissions)}.`,
  },
  missing: {
    title: "Rolle nicht gefunden",
    text: "Diese Rolle wurde vielleicht gelöscht, oder der Link ist unvollständig.",
    all: "Alle Rollen",
  },
  aboveOwn: "Diese Rolle hat Rechte, die Sie nicht haben.",
  matrix: {
    title: "Rechte nach Rolle",
    label: "Tabelle der Rechte nach Rolle",
    resource: "Bereich",
    some: (held, of) => `${held} von ${of}`,
    pick: ["Vergleichen", "Mit"],
    yes: "Ja",
    no: "Nein",
  },
  form: {
    newTitle: "Neue Rolle",
    newDescription:
      "Gehen Sie von einer Rolle aus und ändern Sie, was sie darf.",
    newEffect:
      "Noch hat niemand diese Rolle. Sie können sie nach dem Erstellen zuweisen.",
    customRoles: "Eigene Rollen",
    panel: "Auswirkung und Aktionen",
    details: "Angaben",
    discard: "Verwerfen",
    noChanges: "Keine Änderungen zu speichern",
    failed: "Die Rolle konnte nicht gespeichert werden.",
    name: "Name",
    description: "Beschreibung",
    descriptionHint: "Wird überall angezeigt, wo eine Rolle gewählt wird.",
    basedOn: "Ausgehen von",
    permissions: "Rechte",
    requiredBy: (permissions) => `Erforderlich für: ${formatList(permissions)}`,
    notHeld: "Sie haben dieses Recht nicht und können es daher nicht vergeben.",
    cancel: "Abbrechen",
    create: "Rolle erstellen",
    save: "Änderungen speichern",
    created: (name) => `${name} erstellt`,
    saved: (name) => `${name} gespeichert`,
  },
  impact: {
    none: "Noch hat niemand diese Rolle.",
    title: (affected) => `Betrifft ${affected}`,
    held: (holders) => `Inhaber: ${holders}`,
    showAll: "Alle anzeigen",
    details: "Auswirkung dieser Änderung",
    members: (count) => (count === 1 ? "1 Mitglied" : `${count} Mitglieder`),
    gains: (count) =>
      count === 1 ? "1 Recht kommt hinzu" : `${count} Rechte kommen hinzu`,
    loses: (count) =>
      count === 1 ? "1 Recht entfällt" : `${count} Rechte entfallen`,
    gained: "Künftig erlaubt:",
    lost: "Künftig nicht mehr erlaubt:",
    voided: (count) =>
      count === 1
        ? "1 offene Einladung wird ungültig, weil die einladende Person sie nicht mehr senden könnte."
        : `${count} offene Einladungen werden ungültig, weil die einladenden Personen sie nicht mehr senden könnten.`,
    others: (count) => (count === 1 ? "1 weitere Person" : `${count} weitere`),
    serviceAccounts: (count) =>
      count === 1 ? "1 Dienstkonto" : `${count} Dienstkonten`,
  },
  remove: {
    title: (name) => `Rolle ${name} löschen?`,
    unused:
      "Niemand hat diese Rolle. Das Löschen lässt sich nicht rückgängig machen.",
    used: (members) =>
      `${members} und offene Einladungen mit dieser Rolle erhalten die Rolle, die Sie hier wählen.`,
    replacement: "Neue Rolle",
    choose: "Rolle wählen",
    chooseFirst: "Wählen Sie zuerst eine neue Rolle.",
    failed: "Die Rolle konnte nicht gelöscht werden.",
    cancel: "Abbrechen",
    action: "Rolle löschen",
    done: (name) => `${name} gelöscht`,
  },
  list: {
    role: "Rolle",
    members: "Mitglieder",
    actions: "Aktionen",
    caption: "Rollen, integrierte Rollen zuerst",
  },
  permissions: {
    "organization:read": "Organisation und Einstellungen ansehen",
    "organization:update":
      "Name, Einstellungen, Domains und Sicherheit bearbeiten",
    "organization:delete": "Organisation löschen",
    "member:read": "Mitglieder ansehen",
    "member:update": "Rollen ändern und Mitglieder sperren",
    "member:remove": "Mitglieder entfernen",
    "member:leave": "Organisation verlassen",
    "invitation:read": "Einladungen und Links ansehen",
    "invitation:create": "Personen einladen und Links erstellen",
    "invitation:revoke": "Einladungen und Links zurückziehen",
    "project:read": "Projekte ansehen",
    "project:create": "Projekte erstellen",
    "project:update": "Projekte bearbeiten und archivieren",
    "project:delete": "Jedes Projekt löschen",
    "project:deleteOwn": "Eigene Projekte löschen",
    "analytics:read": "Auswertungen der Übersicht ansehen",
    "audit:read": "Audit-Log ansehen und herunterladen",
    "billing:read": "Tarif, Nutzung und Rechnungen ansehen",
    "billing:manage": "Tarif, Plätze und Zahlungsmethode verwalten",
    "role:read": "Rollen ansehen",
    "role:manage": "Rollen erstellen, bearbeiten und löschen",
    "apiKey:own": "Persönliche API-Schlüssel erstellen",
    "apiKey:manage": "Alle API-Schlüssel und Dienstkonten verwalten",
    "webhook:read": "Webhooks ansehen",
    "webhook:manage": "Webhooks verwalten",
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
