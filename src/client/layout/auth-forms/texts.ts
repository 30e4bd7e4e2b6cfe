import { catalogue } from "#client/lib/language/catalogue.ts";
/** What the forms that lead into the program have in common. */
export const texts = catalogue("layout/auth-forms", {
  email: "Email address",
  passwordHint: "At least 8 characters. A few unrelated words work well.",
  wait: "Wait until you may try again.",
});
