import { catalogue } from "#client/lib/language/catalogue.ts";

export const texts = catalogue("features/sign-in/passkey", {
  signIn: "Sign in with a passkey",
  failed: "You couldn’t be signed in",
});
