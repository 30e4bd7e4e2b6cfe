import { catalogue } from "#client/lib/language/catalogue.ts";
import type { HelpPageName } from "./pages.ts";

export const texts = catalogue("features/help", {
  title: "Help",
  inEnglish: "These pages are available in English only.",
  pages: {
    roles: "Roles and permissions",
    seats: "Seats",
    domains: "Domains",
    "audit-log": "Audit log",
    "api-keys": "API keys",
    agents: "AI agents",
    "whats-new": "What’s new",
  } satisfies Record<HelpPageName, string>,
  notLoaded: "This page couldn’t be loaded. Try again.",
  commands: {
    help: "Help",
    helpWords: "documentation docs guide learn",
    whatsNew: "What’s new",
    whatsNewWords: "changelog release",
    apiReference: "API reference",
    apiReferenceWords: "openapi rest docs",
  },
});
