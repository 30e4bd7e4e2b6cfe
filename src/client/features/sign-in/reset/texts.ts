import { catalogue } from "#client/lib/language/catalogue.ts";

export const texts = catalogue("features/sign-in/reset", {
  title: "Choose a new password",
  text: "You’ll be signed in here, and signed out on all your other devices.",
  password: "New password",
  submit: "Set password",
  failed: "Your password couldn’t be changed",
  changed: "Password changed",
  noToken: {
    title: "Choose a new password",
    text: "Open the link in the email we sent you. The link works once and expires in 1 hour.",
  },
  invalid: {
    title: "This link is no longer valid",
    text: "The link may have expired, been used, or been replaced by a newer one.",
  },
  again: "Send a new link",
  signIn: "Sign in",
});
