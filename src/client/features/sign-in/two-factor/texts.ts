import { catalogue } from "#client/lib/language/catalogue.ts";
export const texts = catalogue("features/sign-in/two-factor", {
  title: "Two-factor authentication",
  failed: "You are not signed in",
  somebodyElse: "Sign in as somebody else",
  app: {
    text: "Enter the code that your authenticator app shows for Tenantry.",
    label: "Code",
    missing: "Enter the 6 digits that your app shows.",
  },
  recovery: {
    text: "Enter one of the recovery codes that you stored. Each works once.",
    label: "Recovery code",
    missing: "Enter a recovery code.",
  },
  passkey: {
    text: "Confirm with your passkey: your fingerprint, your face, your device’s PIN or a security key.",
    unsupported:
      "This browser does not know passkeys. Use another browser, or a recovery code.",
    use: "Use a passkey",
  },
  submit: "Sign in",
  useRecovery: "Use a recovery code instead",
  useApp: "Use a code from your app instead",
  usePasskey: "Use your passkey instead",
  expired: {
    title: "This sign-in took too long",
    text: "A second step has to follow within 10 minutes, in the same browser. Start again.",
    again: "Sign in again",
  },
});
