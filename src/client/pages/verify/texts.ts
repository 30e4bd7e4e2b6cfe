import { catalogue } from "../../language/catalogue.ts";
export const TEXTS = catalogue("pages/verify", {
  confirming: {
    title: "Confirming your address",
    text: "This takes a moment.",
  },
  noToken: {
    title: "Confirm your address",
    text: "Open the link in the mail we sent to you. It is valid for 24 hours.",
  },
  confirmed: {
    title: "Your address is confirmed",
    text: "You opened the link in another browser than the one you signed up in. Sign in with the password you chose.",
    action: "Sign in",
  },
  otherBrowser: {
    title: "Open the link where you began",
    text: "You signed up with an account elsewhere in another browser. Open the link there: it was not used up. If you did not sign up, ignore the mail.",
  },
  invalid: {
    title: "This link is not valid any more",
    text: "It was used already, replaced by a newer one, or it is older than 24 hours. If you have confirmed your address before, just sign in.",
  },
  failed: {
    title: "Your address could not be confirmed",
    action: "Try again",
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
