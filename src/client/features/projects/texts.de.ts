import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const subject = (count: number, first: string) =>
  count === 1 ? `„${first}“` : `${count} Projekte`;
const could = (count: number) =>
  count === 1 ? "Das Projekt konnte" : `${count} Projekte konnten`;

const GERMAN: TranslationOf<typeof texts> = {
  title: "Projekte",
  newProject: "Neues Projekt",
  breadcrumb: "Pfad",
  select: (name) => `${name} auswählen`,
  badges: {
    active: "Aktiv",
    archived: "Archiviert",
    readOnly: "Nur lesbar",
  },
  menu: {
    label: (name) => `Aktionen für ${name}`,
    open: "Öffnen",
    rename: "Umbenennen",
    favourite: "Zu Favoriten hinzufügen",
    unfavourite: "Aus Favoriten entfernen",
    changeOwner: "Verantwortung übertragen…",
    delete: "Löschen…",
    reactivate: "Reaktivieren",
    archive: "Archivieren",
  },
  status: {
    changed: {
      active: (count, first) => `${subject(count, first)} reaktiviert`,
      archived: (count, first) => `${subject(count, first)} archiviert`,
    },
    notChanged: {
      active: (count) => `${could(count)} nicht reaktiviert werden.`,
      archived: (count) => `${could(count)} nicht archiviert werden.`,
    },
  },
  recent: "Zuletzt geöffnet",
  favourites: {
    label: (name) => `Favorit: ${name}`,
    failed: "Ihre Favoriten konnten nicht geändert werden.",
  },
  owner: {
    label: "Verantwortlich",
    none: "Niemand verantwortlich",
    hidden: "Ein Mitglied",
    change: "Ändern",
    title: (name) => `Verantwortung für „${name}“ übertragen`,
    text: "Wer verantwortlich ist, kann das Projekt löschen. Wählen Sie ein Mitglied, das Projekte bearbeiten kann.",
    search: "Mitglied suchen…",
    submit: "Übertragen",
    failed: "Die Verantwortung konnte nicht übertragen werden.",
    changed: (name) => `Verantwortung für „${name}“ übertragen`,
  },
  notRenamed: (name) => `„${name}“ konnte nicht umbenannt werden.`,
  renaming: {
    title: (name) => `„${name}“ umbenennen`,
    submit: "Umbenennen",
  },
  deletion: {
    title: (name) => `„${name}“ löschen?`,
    text: (organization) => [
      "Das Projekt wird für alle in ",
      organization,
      " gelöscht. Das lässt sich nicht rückgängig machen. Um das Projekt zu behalten, archivieren Sie es stattdessen.",
    ],
    confirm: "Projekt löschen",
    done: (name) => `„${name}“ gelöscht`,
  },
  bulk: {
    label: "Ausgewählte Projekte",
    readOnly: (count) => `${count} nur lesbar`,
  },
  creation: {
    title: "Neues Projekt",
    text: (organization) => ["Sichtbar für alle in ", organization, "."],
    created: (name) => `„${name}“ erstellt`,
    failed: "Das Projekt konnte nicht erstellt werden.",
    name: "Name",
    description: "Beschreibung",
    descriptionHint: "Beschreiben Sie, worum es in dem Projekt geht.",
    cancel: "Abbrechen",
    submit: "Projekt erstellen",
  },
  none: {
    title: "Noch keine Projekte",
    text: "Projekte enthalten die Arbeit Ihres Teams und sind für alle in der Organisation sichtbar.",
    textForViewers:
      "Projekte enthalten die Arbeit Ihres Teams. Sie erscheinen hier, sobald jemand eines erstellt.",
    create: "Neues Projekt",
    noActive: "Keine aktiven Projekte",
    showArchived: "Archivierte Projekte anzeigen",
    noArchived: "Keine archivierten Projekte",
    noArchivedText:
      "Archivierte Projekte sind in der Liste der aktiven Projekte ausgeblendet. Sie können sie hier reaktivieren.",
    showActive: "Aktive Projekte anzeigen",
    notFound: "Keine Projekte gefunden",
    noMatch: {
      active: (words) => ["Kein aktives Projekt enthält „", words, "“."],
      archived: (words) => ["Kein archiviertes Projekt enthält „", words, "“."],
      all: (words) => ["Kein Projekt enthält „", words, "“."],
    },
    clearSearch: "Suche zurücksetzen",
    showAll: "Filter zurücksetzen",
    noFavourites:
      "Klicken Sie auf den Stern eines Projekts, um es zu Ihren Favoriten hinzuzufügen.",
    noMatchText: "Keine Projekte passen zu diesen Filtern.",
  },
  table: {
    caption: "Projekte",
    name: "Name",
    status: "Status",
    owner: "Verantwortlich",
    updated: "Geändert",
    created: "Erstellt",
    actions: "Aktionen",
  },
  filters: {
    status: { active: "Aktiv", archived: "Archiviert", all: "Alle" },
    statusLabel: "Status",
    search: "Projekt suchen…",
    owner: "Verantwortlich",
    anyOwner: "Alle Verantwortlichen",
    mine: "Meine",
    favourites: "Favoriten",
    sort: "Sortieren",
    sorts: {
      created: "Neueste zuerst",
      updated: "Zuletzt geändert",
      name: "Name",
      owner: "Verantwortlich",
    },
  },
  frozenCallout: {
    text: (organization, plan, canBuy) => [
      organization,
      ` hat mehr Projekte, als der Tarif ${plan} umfasst. Die neuesten sind deshalb nur lesbar. ${canBuy ? "Wechseln Sie in einen größeren Tarif, oder löschen Sie ältere Projekte." : "Bitten Sie einen Admin um einen größeren Tarif."}`,
    ],
    title: "Dieses Projekt ist nur lesbar",
    goToBilling: "Zur Abrechnung",
  },
  projectDescription: {
    description: "Beschreibung",
    none: "Keine Beschreibung",
  },
  projectEditor: {
    details: "Details",
    unsaved: "Nicht gespeicherte Änderungen",
    allSaved: "Alle Änderungen gespeichert",
    saved: "Projekt gespeichert",
    name: "Name",
    description: "Beschreibung",
  },
  projectFacts: {
    about: "Über das Projekt",
    createdBy: "Erstellt von",
    created: "Erstellt",
    updated: "Geändert",
    projectId: "Projekt-ID",
    copyProjectId: "Projekt-ID kopieren",
    aFormerMember: "Ein früheres Mitglied",
    aServiceAccount: "Ein Dienstkonto",
    serviceAccount: "(Dienstkonto)",
  },
  projectHeader: {
    archive: "Archivieren",
    reactivate: "Reaktivieren",
  },
  projectNotFound: {
    title: "Projekt nicht gefunden",
    allProjects: "Alle Projekte",
    text: "Das Projekt wurde vielleicht gelöscht, oder es gehört zu einer anderen Organisation.",
  },
  commands: {
    projects: "Projekte",
    create: "Neues Projekt",
    createWords: "erstellen anlegen",
  },
};

export default GERMAN;
