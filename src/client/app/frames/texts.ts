import { catalogue } from "#client/lib/language/catalogue.ts";

export const TEXTS = catalogue("app/frames", {
  organizationFrame: {
    dashboard: "Dashboard",
    projects: "Projects",
    settings: "Settings",
  },
});
