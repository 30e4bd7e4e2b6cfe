import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  title: "Hilfe",
  inEnglish: "Diese Seiten gibt es nur auf Englisch.",
  pages: {
    roles: "Rollen und Rechte",
    seats: "Plätze",
    domains: "Domains",
    "audit-log": "Audit-Log",
    "api-keys": "API-Schlüssel",
    agents: "KI-Agenten",
    "whats-new": "Neuigkeiten",
  },
  notLoaded:
    "Diese Seite konnte nicht geladen werden. Versuchen Sie es noch einmal.",
  commands: {
    help: "Hilfe",
    helpWords: "Dokumentation Anleitung",
    whatsNew: "Neuigkeiten",
    whatsNewWords: "Änderungen Version",
    apiReference: "API-Referenz",
    apiReferenceWords: "OpenAPI REST Dokumentation",
  },
};

export default GERMAN;
