import { catalogue } from "#client/lib/language/catalogue.ts";
export const texts = catalogue("features/account/two-factor", {
  title: "Two-factor authentication",
  description:
    "A second step at sign-in, so that a stolen password does not open your account.",
  on: "On",
  off: "Off",
  app: {
    title: "Authenticator app",
    offText:
      "An app on your phone shows a new code every 30 seconds. Sign-in asks for it after your password.",
    onText: "Sign-in asks for a code of your app after your password.",
    help: "Any app for one-time codes works: 1Password, Google Authenticator, Aegis and others.",
    setUp: "Set up",
    notStarted: "The authenticator app was not set up.",
    added: "Your authenticator app is set up",
    remove: "Remove…",
    removed: "Your authenticator app was removed",
  },
  removal: {
    title: "Remove the authenticator app?",
    confirm: "Remove",
    text: "Codes of the app do not work any more; delete its entry there as well.",
    last: "It is your only second factor: your recovery codes go with it, and your password alone signs you in again.",
    passkeysStay: "Sign-in asks for a passkey from then on.",
  },
  setUp: {
    title: "Set up an authenticator app",
    scan: "Scan this code with the app.",
    qr: "QR code for your authenticator app",
    open: "Open in an app on this device",
    type: "Or type this key into it:",
    copyKey: "Copy key",
    code: "Enter the 6 digits that the app shows now.",
    codeLabel: "Code",
    missing: "Enter the 6 digits that your app shows.",
    failed: "The authenticator app is not set up yet",
    cancel: "Cancel",
    confirm: "Switch on",
  },
  passkeys: {
    title: "Passkeys",
    text: "A fingerprint, a face, a PIN or a security key: nothing to type, and nothing that can be phished.",
    count: (count: number) => (count === 1 ? "1 passkey" : `${count} passkeys`),
    manage: "Manage passkeys",
    add: "Add a passkey",
  },
  codes: {
    title: "Recovery codes",
    text: "For when you have lost your second factor. Each signs you in once.",
    left: (left: number) =>
      left === 1 ? "1 code is left" : `${left} codes are left`,
    none: "No code is left",
    fewTitle: "Make new ones in time",
    fewText:
      "Without a recovery code and without your second factor nobody can let you in.",
    renew: "Make new codes…",
    ask: "Make new recovery codes?",
    askText: "The codes that you have stored do not work any more.",
    confirm: "Make new codes",
  },
});
