import { catalogue } from "#client/lib/language/catalogue.ts";
export const texts = catalogue("session/reauthentication", {
  title: "Confirm that it is you",
  text: "This is a sensitive change. You are not asked again for 10 minutes.",
  failed: "You are not confirmed yet",
  password: "Password",
  noPassword: "Enter your password.",
  code: "Code from your authenticator app",
  noCode: "Enter the 6 digits that your app shows.",
  useCode: "Use a code from your app",
  usePassword: "Use your password",
  usePasskey: "Use a passkey",
  continueWith: (provider: string) => `Continue with ${provider}`,
  comeBack: "You come back to this page. Then do once more what you wanted to.",
  or: "or",
  cancel: "Cancel",
  confirm: "Confirm",
  noWay: {
    title: "There is no way to do this here",
    text: "This browser cannot use your passkey. Set a password through our mail, then try again.",
    link: "Set a password",
  },
});
