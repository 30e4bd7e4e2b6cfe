import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  confirmDialog: {
    typeFirst: (word) => `Geben Sie zuerst ${word} ein.`,
    typeToConfirm: (word) => `Zur Bestätigung ${word} eingeben`,
    cancel: "Abbrechen",
  },
  copyButton: {
    refused: "Ihr Browser hat das Kopieren nicht erlaubt.",
    refusedText: "Markieren Sie den Text und kopieren Sie ihn selbst.",
    copied: "Kopiert",
  },
  dialog: {
    close: "Schließen",
  },
  emailTagsField: {
    wrong: "Keine E-Mail-Adresse:",
    remove: (address) => `${address} entfernen`,
    oneWrong: (first) =>
      `„${first}“ ist keine E-Mail-Adresse. Korrigieren oder entfernen Sie sie.`,
    manyWrong: (count) =>
      `${count} Einträge sind keine E-Mail-Adressen. Korrigieren oder entfernen Sie die markierten.`,
  },
  errorSummary: {
    retry: "Erneut versuchen",
    notSaved: "Ihre Änderungen konnten nicht gespeichert werden.",
  },
  field: {
    optional: "(optional)",
  },
  formSection: {
    save: "Speichern",
    discard: "Verwerfen",
    noChanges: "Keine Änderungen",
  },
  leaveGuard: {
    leaveWithoutSaving: "Ohne Speichern verlassen?",
    leave: "Verlassen",
    text: "Ihre Änderungen auf dieser Seite sind noch nicht gespeichert.",
    enteredText: "Ihre Eingaben sind noch nicht gespeichert.",
  },
  learnMore: {
    label: "Mehr erfahren",
  },
  loadMore: {
    more: "Mehr laden",
    failed: "Die nächsten Zeilen konnten nicht geladen werden.",
  },
  loadProblem: {
    notLoaded: "Das konnte nicht geladen werden",
    tryAgain: "Erneut versuchen",
  },
  meter: {
    noLimit: " · unbegrenzt",
    of: (limit) => ` von ${limit}`,
    used: (used, limit) => `${used} von ${limit}`,
    over: (count) => `${count} zu viel`,
    full: "Voll",
    nearlyFull: "Fast voll",
  },
  multiSelect: {
    none: (words) => `Keine Ergebnisse für „${words}“`,
  },
  passwordField: {
    hidePassword: "Passwort verbergen",
    showPassword: "Passwort anzeigen",
  },
  requestId: {
    request: "Anfrage",
    copyRequestId: "Anfrage-ID kopieren",
  },
  select: {
    choose: "Auswählen…",
  },
  selectionBar: {
    keys: "Tab führt zu den Aktionen, Esc hebt die Auswahl auf.",
  },
  skeleton: {
    loading: "Wird geladen…",
  },
  table: {
    selectAll: "Alle auswählen",
  },
  toastRegion: {
    dismiss: "Schließen",
    notifications: "Meldungen",
  },
  toast: {
    undo: "Rückgängig",
  },
};

export default GERMAN;
