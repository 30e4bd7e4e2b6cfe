import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  title: "Neues Passwort wählen",
  text: "Es meldet Sie hier an und alle Ihre anderen Geräte ab.",
  password: "Neues Passwort",
  submit: "Passwort setzen",
  failed: "Ihr Passwort wurde nicht geändert",
  changed: "Ihr Passwort wurde geändert",
  noToken: {
    title: "Neues Passwort wählen",
    text: "Öffnen Sie den Link in der E-Mail, die wir Ihnen geschickt haben. Er gilt einmal und eine Stunde lang.",
  },
  invalid: {
    title: "Dieser Link gilt nicht mehr",
    text: "Er wurde schon benutzt, durch einen neueren ersetzt, oder er ist älter als eine Stunde.",
  },
  again: "Neuen Link schicken",
  signIn: "Anmelden",
};

export default GERMAN;
