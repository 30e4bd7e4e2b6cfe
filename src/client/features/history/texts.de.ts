import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  title: "Verlauf",
  list: "Änderungen, neueste zuerst",
  none: "Es sind keine Änderungen aufgezeichnet.",
  kinds: {
    project: "Projekt",
    member: "Mitglied",
    invitation: "Einladung",
    link: "Einladungslink",
    role: "Rolle",
    domain: "Domain",
    serviceAccount: "Dienstkonto",
    apiKey: "API-Schlüssel",
    organization: "Organisation",
  },
  parts: {
    name: "Name",
    slug: "URL",
    logo: "Logo",
    settings: "Einstellungen",
    security: "Sicherheit",
    plan: "Tarif",
  },
  recent: {
    title: "Aktivität",
    all: "Alle anzeigen",
  },
  restore: {
    action: "Vorherige Version wiederherstellen…",
    title: "Version vor dieser Änderung wiederherstellen?",
    text: "Die folgenden Werte werden wieder gespeichert. Das wird als neue Änderung aufgezeichnet, Sie können also zurück.",
    confirm: "Wiederherstellen",
    done: "Version wiederhergestellt",
    same: "Nichts wiederherzustellen: Diese Werte gelten bereits.",
    failed: "Die Version konnte nicht wiederhergestellt werden.",
  },
};

export default GERMAN;
