import { catalogue } from "#client/lib/language/catalogue.ts";

export const texts = catalogue("app/frames", {
  organizationFrame: {
    organizations: "Organizations",
    allOrganizations: "All organizations",
    dashboard: "Dashboard",
    projects: "Projects",
    people: "People",
    settings: "Settings",
  },
});
