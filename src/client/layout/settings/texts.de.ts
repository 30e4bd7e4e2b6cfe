import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  generalPage: {
    general: "Allgemein",
    description: "Name, Logo, URL und Einstellungen Ihrer Organisation.",
  },
  settingsFrame: {
    general: "Allgemein",
    roles: "Rollen",
    security: "Sicherheit",
    domains: "Domains",
    api: "API",
    connect: "Verbinden",
    billing: "Abrechnung",
    auditLog: "Audit-Log",
    dangerZone: "Gefahrenzone",
    organization: "Organisation",
  },
};

export default GERMAN;
