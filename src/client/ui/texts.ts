import { catalogue } from "#client/lib/language/catalogue.ts";

export const texts = catalogue("ui", {
  confirmDialog: {
    typeFirst: (word: string) => `Type ${word} first.`,
    typeToConfirm: (word: string) => `Type ${word} to confirm`,
    cancel: "Cancel",
  },
  copyButton: {
    refused: "Your browser didn’t allow copying.",
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
      `“${first}” isn’t an email address. Fix or remove it.`,
    manyWrong: (count: number) =>
      `${count} entries aren’t email addresses. Fix or remove the highlighted emails.`,
  },
  errorSummary: {
    retry: "Try again",
    notSaved: "Your changes couldn’t be saved.",
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
    text: "Your changes on this page aren’t saved yet.",
    enteredText: "The text you entered isn’t saved yet.",
  },
  learnMore: {
    label: "Learn more",
  },
  loadMore: {
    more: "Load more",
    failed: "The next rows couldn’t be loaded.",
  },
  loadProblem: {
    notLoaded: "This couldn’t be loaded",
    tryAgain: "Try again",
  },
  meter: {
    noLimit: " · unlimited",
    of: (limit: string) => ` of ${limit}`,
    used: (used: string, limit: string) => `${used} of ${limit}`,
    over: (count: string) => `${count} over`,
    full: "Full",
    nearlyFull: "Nearly full",
  },
  multiSelect: {
    none: (words: string) => `No results for “${words}”`,
  },
  passwordField: {
    hidePassword: "Hide password",
    showPassword: "Show password",
  },
  requestId: {
    request: "Request",
    copyRequestId: "Copy request ID",
  },
  select: {
    choose: "Choose…",
  },
  selectionBar: {
    keys: "Press Tab for actions, or Escape to clear the selection.",
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
