import { catalogue } from "#client/lib/language/catalogue.ts";
export const texts = catalogue("features/account/recovery-codes", {
  title: "Save your recovery codes",
  text: "If you lose your authenticator app or passkey, you can sign in with one of these codes. Each code works once. You won’t see them again.",
  list: "Recovery codes",
  copy: "Copy",
  download: "Download",
  print: "Print",
  fileName: "tenantry-recovery-codes.txt",
  saved: "I’ve saved these codes",
  savedHint:
    "Keep them in a password manager or on paper, not only on the device you sign in with.",
  saveFirst: "Save the codes first, then check this box.",
  done: "Done",
  documentTitle: (site: string) => `Recovery codes for ${site}`,
  account: (email: string) => `Account: ${email}`,
  created: (day: string) => `Created on ${day}. Older codes no longer work.`,
  once: "Each code works once.",
});
