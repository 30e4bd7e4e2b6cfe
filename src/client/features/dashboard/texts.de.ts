import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import { formatCount } from "#client/lib/formats/number.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  welcome: (name) => ["Schön, Sie zu sehen, ", name, "."],
  range: {
    label: "Zeitraum",
    "30d": "30 Tage",
    "7d": "7 Tage",
    "90d": "90 Tage",
    "12m": "12 Monate",
  },
  cards: {
    members: "Mitglieder",
    membersChange: (now, before) =>
      `${now} in diesem Zeitraum, ${before} im vorigen`,
    invitations: "Offene Einladungen",
    expired: (count) => `${count} abgelaufen`,
    projects: "Aktive Projekte",
    projectsMade: (now, before) =>
      `${now} angelegt, ${before} im vorigen Zeitraum`,
    activity: "Aktivität",
    more: (share) => `${share} mehr als im vorigen Zeitraum`,
    less: (share) => `${share} weniger als im vorigen Zeitraum`,
    same: "So viel wie im vorigen Zeitraum",
    nothingBefore: "Nichts im vorigen Zeitraum",
    unavailable: "Nicht verfügbar",
  },
  charts: {
    members: "Mitglieder",
    projects: "Projekte",
    activity: "Aktivität",
    from: (first, last) => `von ${first} auf ${last}`,
    changes: (count, average) =>
      `${formatCount(count)} ${count === 1 ? "Änderung" : "Änderungen"}${average >= 1 ? `, ${formatCount(average)} am Tag` : ""}`,
  },
  usage: {
    title: "Nutzung",
    description: "Wie viel vom Tarif genutzt wird.",
    billing: "Tarif und Abrechnung",
    seats: "Plätze",
    projects: "Projekte",
  },
  newest: {
    title: "Neueste Projekte",
    all: "Alle Projekte",
    none: "Es gibt keine aktiven Projekte.",
    make: "Neues Projekt",
  },
  steps: {
    title: "Erste Schritte",
    count: (done, all) => `${done} von ${all} erledigt`,
    done: "Erledigt",
    project: "Ein Projekt anlegen",
    projectText: "Projekte enthalten, woran Ihr Team arbeitet.",
    invite: "Jemanden einladen",
    inviteText:
      "Fügen Sie eine Liste von Adressen ein und wählen Sie eine Rolle.",
    audit: "Das Audit-Log ansehen",
    auditText: "Wer was wann getan hat, von der ersten Minute an.",
  },
};

export default GERMAN;
