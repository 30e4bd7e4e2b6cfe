import { catalogue } from "#client/language/catalogue.ts";

export const TEXTS = catalogue("pages", {
  organizationFrame: {
    dashboard: "Dashboard",
    projects: "Projects",
    settings: "Settings",
  },
  personFrame: {
    organizations: "Organizations",
    account: "Account",
  },
});
