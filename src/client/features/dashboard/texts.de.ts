import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import { formatCount } from "#client/lib/formats/number.ts";
import type { texts } from "./texts.ts";

const period = (days: number) => (days < 365 ? `${days} Tagen` : "12 Monaten");
const lastDays = (days: number) => `den letzten ${period(days)}`;
const daysBefore = (days: number) => `den ${period(days)} davor`;

const GERMAN: TranslationOf<typeof texts> = {
  title: "Übersicht",
  welcome: (name) => ["Willkommen zurück, ", name],
  range: {
    label: "Zeitraum",
    "30d": "30 Tage",
    "7d": "7 Tage",
    "90d": "90 Tage",
    "12m": "12 Monate",
  },
  totals: {
    members: "Mitglieder",
    memberChange: (now, days) => `${now} in ${lastDays(days)}`,
    invitations: "Offene Einladungen",
    expired: (count) => `${count} abgelaufen`,
    projects: "Aktive Projekte",
    newProjects: (now, before, days) =>
      `${now} neu (${before} in ${daysBefore(days)})`,
    activity: "Aktivität",
    more: (share, days) => `+${share} gegenüber ${daysBefore(days)}`,
    less: (share, days) => `−${share} gegenüber ${daysBefore(days)}`,
    same: "Keine Veränderung",
    nothingBefore: (days) => `Keine Einträge in ${daysBefore(days)}`,
    unavailable: "Nicht verfügbar",
  },
  charts: {
    members: "Mitglieder",
    projects: "Projekte",
    activity: "Aktivität",
    fromTo: (first, last) => `von ${first} auf ${last}`,
    events: (count, perDay) =>
      `${formatCount(count)} ${count === 1 ? "Eintrag" : "Einträge"}${perDay >= 1 ? ` · ${formatCount(perDay)} pro Tag` : ""}`,
  },
  usage: {
    title: "Nutzung des Tarifs",
    billing: "Abrechnung ansehen",
    seats: "Plätze",
    projects: "Projekte",
  },
  recent: {
    title: "Neueste Projekte",
    all: "Alle Projekte",
    none: "Keine aktiven Projekte",
    create: "Neues Projekt",
  },
  steps: {
    title: "Erste Schritte",
    count: (done, all) => `${done} von ${all} erledigt`,
    done: "Erledigt",
    project: "Projekt erstellen",
    projectText: "Projekte enthalten die Arbeit Ihres Teams.",
    invite: "Team einladen",
    inviteText: "Geben Sie E-Mail-Adressen ein und wählen Sie eine Rolle.",
    audit: "Audit-Log erkunden",
    auditText: "Sehen Sie, wer was wann getan hat.",
  },
};

export default GERMAN;
