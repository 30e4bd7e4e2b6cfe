import { catalogue } from "#client/lib/language/catalogue.ts";
export const texts = catalogue("features/account/goodbye", {
  title: "Your account was deleted",
  text: "Thank you for having been here. We mailed you a confirmation.",
  back: "Changed your mind?",
  signUp: "Make a new account",
});
