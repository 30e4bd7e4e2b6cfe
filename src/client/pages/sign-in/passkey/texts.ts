import { catalogue } from "#client/language/catalogue.ts";
export const TEXTS = catalogue("pages/sign-in/passkey", {
  signIn: "Sign in with a passkey",
  failed: "You are not signed in",
});
