import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const members = (count: number) =>
  count === 1 ? "1 Mitglied" : `${count} Mitglieder`;
const ofMembers = (count: number) =>
  count === 1 ? "1 Mitglied" : `${count} Mitgliedern`;

const GERMAN: TranslationOf<typeof texts> = {
  bar: "Ausgewählte Mitglieder",
  notYourself: "ohne Sie",
  skippedCount: (count) => `${count} nicht änderbar`,
  willSkip: "Nicht geändert werden:",
  noneChanged: "Keines der ausgewählten Mitglieder kann geändert werden.",
  admins: (names) => `Darunter Admins: ${names}`,
  actions: {
    changeRole: "Rolle ändern…",
    suspend: "Sperren…",
    reactivate: "Entsperren…",
    remove: "Entfernen…",
  },
  title: {
    changeRole: (count) => `Rolle von ${ofMembers(count)} ändern`,
    suspend: (count) => `${members(count)} sperren?`,
    reactivate: (count) => `${members(count)} entsperren?`,
    remove: (count) => `${members(count)} entfernen?`,
  },
  text: {
    changeRole: "Die Rechte ändern sich sofort.",
    suspend:
      "Die Mitglieder verlieren sofort den Zugang, und ihre Plätze werden frei. Rollen und Projekte bleiben erhalten. Sie können die Mitglieder jederzeit entsperren.",
    reactivate:
      "Die Mitglieder erhalten wieder Zugang, mit ihrer bisherigen Rolle.",
    remove:
      "Die Mitglieder verlieren sofort den Zugang. Um sie wieder aufzunehmen, senden Sie neue Einladungen.",
  },
  confirm: {
    changeRole: "Rolle ändern",
    suspend: "Sperren",
    reactivate: "Entsperren",
    remove: "Entfernen",
  },
  done: {
    changeRole: (count) => `Rolle von ${ofMembers(count)} geändert`,
    suspend: (count) => `${members(count)} gesperrt`,
    reactivate: (count) => `${members(count)} entsperrt`,
    remove: (count) => `${members(count)} entfernt`,
  },
  failed: "Die Mitglieder konnten nicht geändert werden.",
  role: "Neue Rolle",
  cancel: "Abbrechen",
  close: "Schließen",
  partial: (done, all) => `${done} von ${ofMembers(all)} geändert`,
  skipped: "Übersprungen:",
  reasons: {
    YOURSELF: "Das sind Sie.",
    PERMISSION_DENIED: "Diese Person hat mehr Rechte als Sie.",
  },
};

export default GERMAN;
