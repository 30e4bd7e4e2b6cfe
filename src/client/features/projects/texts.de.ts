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
    rename: "Umbenennen",
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
  notRenamed: (name) => `„${name}“ konnte nicht umbenannt werden.`,
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
};

export default GERMAN;
