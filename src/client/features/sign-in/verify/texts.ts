import { catalogue } from "#client/lib/language/catalogue.ts";

export const texts = catalogue("features/sign-in/verify", {
  confirm: {
    title: "Confirm your email address",
    text: "Confirm that this email address is yours.",
    submit: "Confirm email",
    failed: "Your email couldn’t be confirmed",
  },
  noToken: {
    title: "Confirm your email address",
    text: "Open the link in the email we sent you. The link expires in 24 hours.",
  },
  confirmed: {
    title: "Email address confirmed",
    text: "You didn’t sign up in this browser. Sign in with the password you chose, or choose a name and password now.",
    signIn: "Sign in with your password",
    choose: "Choose name and password",
  },
  choose: {
    title: "Choose name and password",
    text: "These replace the name and password from sign-up.",
    name: "Name",
    nameHint: "The name your team will see",
    password: "Password",
    submit: "Create account",
    failed: "Your account couldn’t be created",
    havePassword: "Already chose a password?",
  },
  invalid: {
    title: "This link is no longer valid",
    text: "The link may have expired, been used, or been replaced by a newer one. If you’ve already confirmed your email, sign in.",
  },
  resend: "Send a new link",
  resent:
    "If this address needs to be confirmed, we sent it a new link. Only the newest link works.",
  resendAgain: "You can resend the link in a moment.",
  toSignIn: "Sign in",
  toSignUp: "Sign up",
  resendButton: {
    notSent: "The link couldn’t be sent.",
  },
});
