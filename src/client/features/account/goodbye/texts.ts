import { catalogue } from "#client/lib/language/catalogue.ts";
export const TEXTS = catalogue("features/account/goodbye", {
  title: "Your account was deleted",
  text: "Thank you for having been here. We mailed you a confirmation.",
  back: "Changed your mind?",
  signUp: "Make a new account",
});
