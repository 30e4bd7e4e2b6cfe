import { catalogue } from "#client/lib/language/catalogue.ts";
export const texts = catalogue("features/sign-in/sign-up", {
  title: "Create your account",
  name: "Name",
  nameHint: "As your team knows you.",
  password: "Password",
  submit: "Sign up",
  failed: "You are not signed up yet",
  haveAccount: "Already have an account?",
  signIn: "Sign in",
  sent: {
    title: "Look at your mail",
    before: "We sent a link to",
    after: "Open it in this browser to confirm your address.",
    help: "Nothing there? Look into the spam folder, or send it again. If this address has an account already, the mail says so.",
    wrong: "Wrong address?",
    other: "Use another one",
  },
});
