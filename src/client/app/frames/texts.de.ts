import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  organizationFrame: {
    organizations: "Organisationen",
    allOrganizations: "Alle Organisationen",
    dashboard: "Übersicht",
    projects: "Projekte",
    people: "Personen",
    settings: "Einstellungen",
  },
};

export default GERMAN;
