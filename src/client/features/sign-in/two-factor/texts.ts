import { catalogue } from "#client/lib/language/catalogue.ts";

export const texts = catalogue("features/sign-in/two-factor", {
  title: "Two-factor authentication",
  failed: "We couldn’t sign you in",
  otherAccount: "Use another account",
  app: {
    text: "Enter the code from your authenticator app.",
    label: "Code",
    missing: "Enter the 6-digit code from your app.",
  },
  recovery: {
    text: "Enter one of your recovery codes. Each code works once.",
    label: "Recovery code",
    missing: "Enter a recovery code.",
  },
  passkey: {
    text: "Confirm with your passkey: fingerprint, face, device PIN or security key.",
    unsupported:
      "This browser doesn’t support passkeys. Use another browser or a recovery code.",
    use: "Use a passkey",
  },
  useRecovery: "Use a recovery code instead",
  useApp: "Use a code from your app instead",
  usePasskey: "Use your passkey instead",
  expired: {
    title: "This sign-in has expired",
    text: "Complete the second step within 10 minutes, in the same browser. Start again.",
    again: "Sign in again",
  },
});
