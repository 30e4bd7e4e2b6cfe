import { catalogue } from "#client/lib/language/catalogue.ts";
export const texts = catalogue("features/sign-in/verify", {
  confirm: {
    title: "Confirm your email address",
    text: "Confirm that the address the mail came to is yours.",
    submit: "Confirm the address",
    failed: "Your address was not confirmed",
  },
  noToken: {
    title: "Confirm your address",
    text: "Open the link in the mail we sent to you. It is valid for 24 hours.",
  },
  confirmed: {
    title: "Your address is confirmed",
    text: "You did not sign up in this browser. Sign in with the password you chose, or choose a name and a password now.",
    signIn: "Sign in with your password",
    choose: "Choose name and password",
  },
  choose: {
    title: "Choose name and password",
    text: "Your account gets them, whatever was entered at sign-up.",
    name: "Name",
    nameHint: "As your team knows you.",
    password: "Password",
    submit: "Create account",
    failed: "Your account was not created",
    havePassword: "You chose a password at sign-up?",
  },
  invalid: {
    title: "This link is not valid any more",
    text: "It was used already, replaced by a newer one, or it is older than 24 hours. If you have confirmed your address before, just sign in.",
  },
  resend: "Send a new link",
  resent:
    "If this address waits for confirmation, a new link is on its way. Only the newest one works.",
  resendAgain: "You can ask for another link in a moment.",
  toSignIn: "Sign in",
  toSignUp: "Sign up",
  resendButton: {
    notSent: "No link was sent.",
  },
});
