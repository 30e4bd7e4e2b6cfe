import { catalogue } from "#client/lib/language/catalogue.ts";
export const texts = catalogue("layout/auth-forms", {
  email: "Email address",
  passwordHint: "At least 8 characters. Tip: use a few unrelated words.",
  wait: "Too many attempts. Try again when the countdown ends.",
});
