import { catalogue } from "#client/lib/language/catalogue.ts";

export const texts = catalogue("features/sign-in", {
  title: "Sign in",
  ended: "Your session has ended. Sign in to continue.",
  toInvitation: "Sign in to accept your invitation.",
  toEmailChange: "Sign in to confirm your new email address.",
  password: "Password",
  noPassword: "Enter your password.",
  forgot: "Forgot your password?",
  submit: "Sign in",
  failed: "We couldn’t sign you in",
  noAccount: "Don’t have an account?",
  signUp: "Sign up",
  wait: {
    title: "Too many attempts",
    text: "Try again when the countdown ends.",
  },
  unverified: {
    title: "Confirm your email first",
    text: "Your password is correct, but you haven’t opened the link we emailed you.",
  },
  passkey: {
    signIn: "Sign in with a passkey",
  },
  demo: {
    title: "Demo people",
    text: "In development only. Click to sign in.",
  },
  demoPeople: {
    notSignedIn: "We couldn’t sign you in.",
  },
});
