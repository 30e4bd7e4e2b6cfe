import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  dangerPage: {
    dangerZone: "Gefahrenzone",
    description: "Was Ihren Zugang beendet, oder den aller.",
  },
  generalPage: {
    general: "Allgemein",
    description: "Wie die Organisation heißt und wie sie arbeitet.",
  },
  leaveDialog: {
    leave: (name) => `${name} verlassen?`,
    leaveNow: "Verlassen",
    youLoseAccessAt:
      "Sie verlieren den Zugang sofort. Was Sie angelegt haben, bleibt. Um zurückzukommen, muss ein Admin Sie wieder einladen.",
  },
  settingsFrame: {
    general: "Allgemein",
    team: "Team",
    roles: "Rollen",
    security: "Sicherheit",
    domains: "Domains",
    billing: "Abrechnung",
    auditLog: "Audit-Log",
    dangerZone: "Gefahrenzone",
    organization: "Organisation",
  },
  useLeave: {
    youLeft: (name) => `Sie haben ${name} verlassen`,
  },
  lastAdmin:
    "Eine Organisation braucht einen Admin. Machen Sie zuerst jemand anderen dazu.",
};

export default GERMAN;
