import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  notice: {
    label: "Zwei-Faktor-Anmeldung",
    requires: "verlangt Zwei-Faktor-Anmeldung ab",
    after: "Danach haben Sie keinen Zugang mehr, bis Ihr Konto sie hat.",
    setUp: "Einrichten",
    dismiss: "Bis zum nächsten Mal ausblenden",
  },
  keptOut: {
    title: (organization) => `${organization} verlangt Zwei-Faktor-Anmeldung`,
    text: "Ihr Konto hat noch keinen zweiten Faktor, deshalb ist diese Organisation für Sie vorerst geschlossen. Richten Sie eine Authenticator-App oder einen Passkey ein: Das dauert etwa zwei Minuten, und Sie sind sofort wieder dabei.",
    kept: "Nichts von dem, was Sie hier haben, ist verloren.",
    others:
      "Ihre anderen Organisationen sind offen: Wechseln Sie oben zu einer davon.",
    setUp: "Zwei-Faktor-Anmeldung einrichten",
    leave: "Organisation verlassen…",
  },
};

export default GERMAN;
