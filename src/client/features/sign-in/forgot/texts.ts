import { catalogue } from "#client/lib/language/catalogue.ts";

export const texts = catalogue("features/sign-in/forgot", {
  title: "Forgot your password?",
  text: "We’ll email you a link to choose a new one.",
  submit: "Send link",
  failed: "The link couldn’t be sent",
  remembered: "Remembered it?",
  signIn: "Sign in",
  sent: {
    title: "Check your email",
    before: "If an account exists for",
    after:
      "we sent it a link to choose a new password. The link works once and expires in 1 hour.",
    help: "Can’t find it? Check your spam folder and the spelling of your email. We only send links to emails with an account.",
    other: "Use another email",
  },
});
