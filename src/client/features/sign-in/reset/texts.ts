import { catalogue } from "#client/lib/language/catalogue.ts";
export const texts = catalogue("features/sign-in/reset", {
  title: "Choose a new password",
  text: "It signs you in here, and signs all your other devices out.",
  password: "New password",
  submit: "Set the password",
  failed: "Your password was not changed",
  changed: "Your password was changed",
  noToken: {
    title: "Choose a new password",
    text: "Open the link in the mail we sent to you. It works once, for one hour.",
  },
  invalid: {
    title: "This link is not valid any more",
    text: "It was used already, replaced by a newer one, or it is older than one hour.",
  },
  again: "Send a new link",
  signIn: "Sign in",
});
