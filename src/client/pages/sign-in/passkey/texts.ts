export const TEXTS = {
  signIn: "Sign in with a passkey",
  failed: "You are not signed in",
};
