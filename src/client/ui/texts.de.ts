import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  confirmDialog: {
    typeFirst: (typeToConfirm) => `Geben Sie zuerst ${typeToConfirm} ein.`,
    typeToConfirm: (word) => `Zur Bestätigung ${word} eingeben`,
    cancel: "Abbrechen",
  },
  copyButton: {
    refused: "Der Browser hat das Kopieren verweigert.",
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
      `„${first}“ ist keine E-Mail-Adresse. Berichtigen oder entfernen Sie sie.`,
    manyWrong: (count) =>
      `${count} Einträge sind keine E-Mail-Adressen. Berichtigen oder entfernen Sie sie.`,
  },
  errorSummary: {
    thisCouldNotBe: "Das konnte nicht gespeichert werden.",
  },
  field: {
    optional: "(freiwillig)",
  },
  formSection: {
    save: "Speichern",
    discard: "Verwerfen",
    noChanges: "Keine Änderungen",
  },
  leaveGuard: {
    leaveWithoutSaving: "Ohne Speichern verlassen?",
    leave: "Verlassen",
    text: "Was Sie auf dieser Seite geändert haben, ist noch nicht gespeichert.",
    enteredText: "Was Sie eingegeben haben, ist noch nicht gespeichert.",
  },
  loadMore: {
    more: "Mehr laden",
    failed: "Die nächsten Zeilen konnten nicht geladen werden.",
  },
  loadProblem: {
    thisCouldNotBe: "Das konnte nicht geladen werden",
    tryAgain: "Erneut versuchen",
  },
  meter: {
    noLimit: " · keine Grenze",
    of: (limit) => ` von ${limit}`,
    used: (used, limit) => `${used} von ${limit}`,
    over: (count) => `${count} zu viel`,
    full: "Voll",
    nearlyFull: "Fast voll",
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
