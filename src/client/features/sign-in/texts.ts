import { catalogue } from "#client/lib/language/catalogue.ts";
export const texts = catalogue("features/sign-in", {
  title: "Sign in",
  ended: "Your session here has ended. Sign in to go on where you were.",
  toInvitation: "Sign in to answer your invitation.",
  toEmailChange: "Sign in to confirm your new address.",
  password: "Password",
  noPassword: "Enter your password.",
  forgot: "Forgot your password?",
  submit: "Sign in",
  failed: "You are not signed in",
  noAccount: "No account yet?",
  signUp: "Sign up",
  wait: {
    title: "Too many attempts",
    text: "Wait until the time is over, then try again.",
  },
  unverified: {
    title: "Confirm your address first",
    text: "The password is right, but the link in our mail has not been opened yet.",
  },
  demo: {
    title: "Demo people",
    text: "Offered in development only. One click signs in.",
  },
  demoPeople: {
    notSignedIn: "You are not signed in.",
  },
});
