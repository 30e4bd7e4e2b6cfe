import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  notice: {
    label: "Zwei-Faktor-Authentifizierung",
    requires: "verlangt Zwei-Faktor-Authentifizierung ab",
    after: "Danach sind Sie ausgesperrt, bis Sie sie einrichten.",
    setUp: "2FA einrichten",
    dismiss: "Bis zum nächsten Mal ausblenden",
  },
  blocked: {
    title: (organization) =>
      `${organization} verlangt Zwei-Faktor-Authentifizierung`,
    text: "Sie sind ausgesperrt, bis Sie 2FA einrichten. Fügen Sie eine Authenticator-App oder einen Passkey hinzu: Das dauert etwa zwei Minuten, und Sie haben sofort wieder Zugang.",
    kept: "Ihre Arbeit hier bleibt erhalten.",
    others:
      "Oben können Sie weiterhin zu Ihren anderen Organisationen wechseln.",
    setUp: "Zwei-Faktor-Authentifizierung einrichten",
    leave: "Organisation verlassen…",
  },
};

export default GERMAN;
