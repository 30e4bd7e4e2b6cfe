import { catalogue } from "#client/lib/language/catalogue.ts";

export const texts = catalogue("app/frames", {
  organizationFrame: {
    dashboard: "Dashboard",
    projects: "Projects",
    settings: "Settings",
  },
});
