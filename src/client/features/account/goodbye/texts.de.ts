import type { Translation } from "#client/lib/language/catalogue.ts";
import type { TEXTS } from "./texts.ts";

const GERMAN: Translation<typeof TEXTS> = {
  title: "Ihr Konto wurde gelöscht",
  text: "Danke, dass Sie hier waren. Wir haben Ihnen eine Bestätigung geschickt.",
  back: "Haben Sie es sich anders überlegt?",
  signUp: "Neues Konto anlegen",
};

export default GERMAN;
