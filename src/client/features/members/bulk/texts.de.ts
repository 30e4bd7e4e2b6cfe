import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const people = (count: number) =>
  count === 1 ? "1 Mitglied" : `${count} Mitglieder`;
const ofPeople = (count: number) =>
  count === 1 ? "1 Mitglied" : `${count} Mitgliedern`;

const GERMAN: TranslationOf<typeof texts> = {
  bar: "Ausgewählte Mitglieder",
  selected: (count) => `${count} ausgewählt`,
  clear: "Auswahl aufheben",
  actions: {
    changeRole: "Rolle ändern…",
    suspend: "Sperren…",
    reactivate: "Entsperren…",
    remove: "Entfernen…",
  },
  title: {
    changeRole: (count) => `Rolle von ${ofPeople(count)} ändern`,
    suspend: (count) => `${people(count)} sperren?`,
    reactivate: (count) => `${people(count)} entsperren?`,
    remove: (count) => `${people(count)} entfernen?`,
  },
  text: {
    changeRole: "Was sie dürfen, ändert sich sofort, in jedem offenen Tab.",
    suspend:
      "Der Zugang endet sofort, in jedem offenen Tab, und die Plätze werden frei. Rollen und alles Angelegte bleiben.",
    reactivate: "Sie haben wieder Zugang, mit der Rolle von vorher.",
    remove:
      "Der Zugang endet sofort, in jedem offenen Tab. Für eine Rückkehr laden Sie die Personen wieder ein.",
  },
  confirm: {
    changeRole: "Rolle ändern",
    suspend: "Sperren",
    reactivate: "Entsperren",
    remove: "Entfernen",
  },
  done: {
    changeRole: (count) => `Rolle von ${ofPeople(count)} geändert`,
    suspend: (count) => `${people(count)} gesperrt`,
    reactivate: (count) => `${people(count)} entsperrt`,
    remove: (count) => `${people(count)} entfernt`,
  },
  failed: "Es wurde nichts geändert.",
  role: "Neue Rolle",
  cancel: "Abbrechen",
  close: "Schließen",
  partly: "Nicht alle wurden geändert",
  partlyText: (done) =>
    done === 0
      ? "Niemand wurde geändert."
      : `${people(done)} geändert. Ausgelassen:`,
  reasons: {
    YOURSELF: "Das können Sie nicht mit sich selbst tun.",
    PERMISSION_DENIED: "Diese Person darf mehr als Sie.",
  },
};

export default GERMAN;
