import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  organizationFrame: {
    dashboard: "Übersicht",
    projects: "Projekte",
    settings: "Einstellungen",
  },
};

export default GERMAN;
