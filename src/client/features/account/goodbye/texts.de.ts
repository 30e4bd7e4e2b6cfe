import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  title: "Ihr Konto wurde gelöscht",
  text: "Danke, dass Sie hier waren. Wir haben Ihnen eine Bestätigung geschickt.",
  back: "Haben Sie es sich anders überlegt?",
  signUp: "Neues Konto anlegen",
};

export default GERMAN;
