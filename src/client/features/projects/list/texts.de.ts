import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  bulk: {
    label: "Ausgewählte Projekte",
    selected: (count) => `${count} ausgewählt`,
    readOnly: (count) => `${count} nur lesbar`,
    archive: "Archivieren",
    reactivate: "Reaktivieren",
    clear: "Auswahl aufheben",
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
    showArchived: "Archivierte Projekte zeigen",
    noArchived: "Keine archivierten Projekte",
    noArchivedText:
      "Archivierte Projekte sind in der Liste der aktiven Projekte ausgeblendet. Sie können sie hier reaktivieren.",
    showActive: "Aktive Projekte zeigen",
    notFound: "Keine Projekte gefunden",
    noMatch: {
      active: (words) => ["Kein aktives Projekt enthält „", words, "“."],
      archived: (words) => ["Kein archiviertes Projekt enthält „", words, "“."],
      all: (words) => ["Kein Projekt enthält „", words, "“."],
    },
    clearSearch: "Suche löschen",
  },
  table: {
    caption: "Projekte, neueste zuerst",
    name: "Name",
    status: "Status",
    updated: "Geändert",
    created: "Erstellt",
    actions: "Aktionen",
  },
  filters: {
    status: { active: "Aktiv", archived: "Archiviert", all: "Alle" },
    statusLabel: "Status",
    search: "Projekt suchen…",
  },
};

export default GERMAN;
