import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const subject = (count: number, first: string) =>
  count === 1 ? `„${first}“` : `${count} Projekte`;
const were = (count: number) =>
  count === 1 ? "Das Projekt wurde" : `${count} Projekte wurden`;

const GERMAN: TranslationOf<typeof texts> = {
  deleteProjectDialog: {
    title: (name) => `„${name}“ löschen?`,
    text: (organization) => [
      "Es verschwindet für alle in ",
      organization,
      ", und das lässt sich nicht rückgängig machen. Archivieren Sie es stattdessen, um es aus dem Weg zu haben.",
    ],
    deleteProject: "Projekt löschen",
  },
  frozenBadge: {
    readOnly: "Nur lesbar",
  },
  projectMenu: {
    actionsFor: (name) => `Aktionen für ${name}`,
    rename: "Umbenennen",
    delete: "Löschen…",
    reactivate: "Reaktivieren",
    archive: "Archivieren",
  },
  projectPage: {
    projects: "Projekte",
    breadcrumb: "Pfad",
  },
  projectsPage: {
    select: (name) => `${name} auswählen`,
    projects: "Projekte",
    newProject: "Neues Projekt",
  },
  statusBadge: {
    active: "Aktiv",
    archived: "Archiviert",
  },
  actions: {
    moved: {
      active: (count, first) => `${subject(count, first)} reaktiviert`,
      archived: (count, first) => `${subject(count, first)} archiviert`,
    },
    notMoved: {
      active: (count) => `${were(count)} nicht reaktiviert.`,
      archived: (count) => `${were(count)} nicht archiviert.`,
    },
    notRenamed: (name) => `„${name}“ wurde nicht umbenannt.`,
    deleted: (name) => `„${name}“ gelöscht`,
  },
};

export default GERMAN;
