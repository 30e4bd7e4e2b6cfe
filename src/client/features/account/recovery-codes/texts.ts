import { catalogue } from "#client/lib/language/catalogue.ts";
export const texts = catalogue("features/account/recovery-codes", {
  title: "Store your recovery codes",
  text: "Each signs you in once, in place of your second factor, when you have lost it. They are shown only now.",
  list: "Recovery codes",
  copy: "Copy",
  download: "Download",
  print: "Print",
  fileName: "tenantry-recovery-codes.txt",
  stored: "I have stored these codes",
  storedHint:
    "In a password manager or on paper: not only on the device you sign in with.",
  storeFirst: "Store the codes first, then say so here.",
  done: "Done",
  paperTitle: (site: string) => `Recovery codes for ${site}`,
  account: (email: string) => `Account: ${email}`,
  made: (day: string) => `Made on ${day}. Older codes do not work any more.`,
  once: "Each code works once.",
});
