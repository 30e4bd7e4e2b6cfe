import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  title: "Prüfen Sie Ihre API-Schlüssel",
  text: "Ihr Passwort wurde geändert. Diese API-Schlüssel gelten weiter. Widerrufen Sie, was Sie nicht kennen.",
  list: "Ihre API-Schlüssel",
  lastUsed: (when) => ["Zuletzt verwendet: ", when],
  neverUsed: "Nie verwendet",
  revoke: "Widerrufen",
  revoked: (name) => `${name} widerrufen`,
  failed: (name) => `${name} konnte nicht widerrufen werden`,
  keep: "Weiter",
  revokeAll: "Alle widerrufen",
  askAll: "Alle Ihre API-Schlüssel widerrufen?",
  askAllText:
    "Jedes Programm, das einen davon verwendet, funktioniert sofort nicht mehr. Das lässt sich nicht rückgängig machen.",
  allRevoked: "Alle API-Schlüssel widerrufen",
};

export default GERMAN;
