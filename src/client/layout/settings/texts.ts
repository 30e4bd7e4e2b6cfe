import { catalogue } from "#client/lib/language/catalogue.ts";

export const texts = catalogue("layout/settings", {
  generalPage: {
    general: "General",
    description: "Your organization’s name, logo, URL and preferences.",
  },
  settingsFrame: {
    general: "General",
    roles: "Roles",
    security: "Security",
    domains: "Domains",
    api: "API",
    connect: "Connect",
    billing: "Billing",
    auditLog: "Audit log",
    dangerZone: "Danger zone",
    organization: "Organization",
  },
});
