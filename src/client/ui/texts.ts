import { catalogue } from "#client/lib/language/catalogue.ts";

export const texts = catalogue("ui", {
  confirmDialog: {
    typeFirst: (typeToConfirm: string) => `Type ${typeToConfirm} first.`,
    typeToConfirm: (word: string) => `Type ${word} to confirm`,
    cancel: "Cancel",
  },
  copyButton: {
    refused: "The browser refused to copy.",
    refusedText: "Select the text and copy it yourself.",
    copied: "Copied",
  },
  dialog: {
    close: "Close",
  },
  emailTagsField: {
    wrong: "Not an email address:",
    remove: (address: string) => `Remove ${address}`,
    oneWrong: (first: string) =>
      `“${first}” is not an email address. Correct or remove it.`,
    manyWrong: (count: number) =>
      `${count} entries are not email addresses. Correct or remove them.`,
  },
  errorSummary: {
    thisCouldNotBe: "This could not be saved.",
  },
  field: {
    optional: "(optional)",
  },
  formSection: {
    save: "Save",
    discard: "Discard",
    noChanges: "No changes",
  },
  leaveGuard: {
    leaveWithoutSaving: "Leave without saving?",
    leave: "Leave",
    text: "What you changed on this page is not saved yet.",
    enteredText: "What you entered is not saved yet.",
  },
  loadMore: {
    more: "Load more",
    failed: "The next rows couldn’t be loaded.",
  },
  loadProblem: {
    thisCouldNotBe: "This could not be loaded",
    tryAgain: "Try again",
  },
  meter: {
    noLimit: " · no limit",
    of: (limit: string) => ` of ${limit}`,
    used: (used: string, limit: string) => `${used} of ${limit}`,
    over: (count: string) => `${count} over`,
    full: "Full",
    nearlyFull: "Nearly full",
  },
  passwordField: {
    hidePassword: "Hide password",
    showPassword: "Show password",
  },
  requestId: {
    request: "Request",
    copyRequestId: "Copy request id",
  },
  select: {
    choose: "Choose…",
  },
  skeleton: {
    loading: "Loading…",
  },
  table: {
    selectAll: "Select all",
  },
  toastRegion: {
    dismiss: "Dismiss",
    notifications: "Notifications",
  },
  toast: {
    undo: "Undo",
  },
});
