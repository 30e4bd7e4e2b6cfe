import type { Translation } from "#client/lib/language/catalogue.ts";
import type { TEXTS } from "./texts.ts";

const GERMAN: Translation<typeof TEXTS> = {
  organizationFrame: {
    dashboard: "Übersicht",
    projects: "Projekte",
    settings: "Einstellungen",
  },
};

export default GERMAN;
