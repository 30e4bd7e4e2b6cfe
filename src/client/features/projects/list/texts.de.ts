import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  bulkBar: {
    selected: (count) => `${count} ausgewählt`,
    frozen: (count) => `${count} nur lesbar`,
    selectedProjects: "Ausgewählte Projekte",
    archive: "Archivieren",
    reactivate: "Reaktivieren",
    clearSelection: "Auswahl aufheben",
  },
  newProjectDialog: {
    seenBy: (organization) => ["Alle in ", organization, " können es sehen."],
    newProject: "Neues Projekt",
    created: (name) => `„${name}“ wurde angelegt`,
    failed: "Das Projekt wurde nicht angelegt.",
    name: "Name",
    description: "Beschreibung",
    descriptionHint: "Worum es geht und wo man zu lesen anfängt.",
    cancel: "Abbrechen",
    createProject: "Projekt anlegen",
  },
  noProjects: {
    without: {
      active: (words) => ["Kein aktives Projekt hat „", words, "“ im Namen."],
      archived: (words) => [
        "Kein archiviertes Projekt hat „",
        words,
        "“ im Namen.",
      ],
      all: (words) => ["Kein Projekt hat „", words, "“ im Namen."],
    },
    noneTextForReaders:
      "Projekte enthalten, woran Ihr Team arbeitet. Sie erscheinen hier, sobald jemand eines anlegt.",
    noProjectFound: "Kein Projekt gefunden",
    clearSearch: "Suche leeren",
    nothingIsArchived: "Nichts ist archiviert",
    showActiveOnes: "Aktive zeigen",
    archivedText:
      "Archivierte Projekte sind aus dem Weg und lassen sich hier reaktivieren.",
    noActiveProjects: "Keine aktiven Projekte",
    noProjectsYet: "Noch keine Projekte",
    showArchivedOnes: "Archivierte zeigen",
    newProject: "Neues Projekt",
    noneText:
      "Projekte enthalten, woran Ihr Team arbeitet. Alle in der Organisation sehen sie.",
  },
  projectTable: {
    status: "Status",
    updated: "Geändert",
    created: "Angelegt",
    name: "Name",
    actions: "Aktionen",
    caption: "Projekte, neueste zuerst",
  },
  projectToolbar: {
    show: { active: "Aktiv", archived: "Archiviert", all: "Alle" },
    findAProject: "Projekt suchen…",
    status: "Status",
  },
  renameField: {
    name: "Name",
  },
};

export default GERMAN;
