import { catalogue } from "#client/lib/language/catalogue.ts";

export const texts = catalogue("layout/settings", {
  dangerPage: {
    dangerZone: "Danger zone",
    description: "What ends your access, or everybody’s.",
  },
  generalPage: {
    general: "General",
    description: "What the organization is called and how it works.",
  },
  leaveDialog: {
    leave: (name: string) => `Leave ${name}?`,
    leaveNow: "Leave",
    youLoseAccessAt:
      "You lose access at once. What you made stays. To come back, an admin has to invite you again.",
  },
  settingsFrame: {
    general: "General",
    team: "Team",
    roles: "Roles",
    security: "Security",
    domains: "Domains",
    billing: "Billing",
    auditLog: "Audit log",
    dangerZone: "Danger zone",
    organization: "Organization",
  },
  useLeave: {
    youLeft: (name: string) => `You left ${name}`,
  },
  lastAdmin: "An organization needs an admin. Make somebody else one first.",
});
