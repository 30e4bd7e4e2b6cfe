import { catalogue } from "#client/lib/language/catalogue.ts";

export const texts = catalogue("features/sign-in/sign-up", {
  title: "Create your account",
  name: "Name",
  nameHint: "The name your team will see",
  password: "Password",
  submit: "Sign up",
  failed: "We couldn’t create your account",
  haveAccount: "Already have an account?",
  signIn: "Sign in",
  sent: {
    title: "Check your email",
    before: "We sent a link to",
    after: "Open it in this browser to confirm your email address.",
    help: "Can’t find it? Check your spam folder or resend it. If this address already has an account, the email says so.",
    wrong: "Wrong email?",
    other: "Use another email",
  },
});
