import { catalogue } from "#client/lib/language/catalogue.ts";
export const texts = catalogue("features/sign-in/forgot", {
  title: "Forgot your password?",
  text: "We mail you a link to choose a new one.",
  submit: "Send the link",
  failed: "No link was sent",
  remembered: "Remembered it?",
  signIn: "Sign in",
  sent: {
    title: "Look at your mail",
    before: "If there is an account for",
    after:
      "a link to choose a new password is on its way. It works once, for one hour.",
    help: "Nothing there? Look into the spam folder, and check the address: we mail to addresses that have an account only.",
    other: "Use another address",
  },
});
