import { catalogue } from "#client/language/catalogue.ts";
/** What the forms that lead into the program have in common. */
export const TEXTS = catalogue("pages/entry", {
  email: "Email address",
  passwordHint: "At least 8 characters. A few unrelated words work well.",
  wait: "Wait until you may try again.",
});
