import { catalogue } from "#client/lib/language/catalogue.ts";
export const texts = catalogue("session/reauthentication", {
  title: "Confirm it’s you",
  text: "We won’t ask again for 10 minutes.",
  failed: "That didn’t work",
  password: "Password",
  noPassword: "Enter your password.",
  code: "Code from your authenticator app",
  noCode: "Enter the 6-digit code from your app.",
  useCode: "Use a code from your app",
  usePassword: "Use your password",
  usePasskey: "Use a passkey",
  continueWith: (provider: string) => `Continue with ${provider}`,
  comeBack: "You’ll come back to this page. Then repeat the action.",
  or: "or",
  cancel: "Cancel",
  confirm: "Confirm",
  noMethod: {
    title: "You can’t confirm it’s you in this browser",
    text: "This browser can’t use your passkey. Set a password with the link we email you, then try again.",
    link: "Set a password",
  },
});
