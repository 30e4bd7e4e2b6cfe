import { catalogue } from "#client/lib/language/catalogue.ts";

export const texts = catalogue("features/history", {
  title: "History",
  list: "Changes, newest first",
  none: "No changes are recorded.",
  kinds: {
    project: "Project",
    member: "Member",
    invitation: "Invitation",
    link: "Invitation link",
    role: "Role",
    domain: "Domain",
    serviceAccount: "Service account",
    apiKey: "API key",
    organization: "Organization",
  },
  parts: {
    name: "Name",
    slug: "URL",
    logo: "Logo",
    settings: "Preferences",
    security: "Security",
    plan: "Plan",
  },
  recent: {
    title: "Activity",
    all: "View all",
  },
  restore: {
    action: "Restore previous version…",
    title: "Restore the version before this change?",
    text: "The following values will be saved again. This is recorded as a new change, so you can go back.",
    confirm: "Restore",
    done: "Version restored",
    same: "Nothing to restore: these values are current.",
    failed: "The version couldn’t be restored.",
  },
});
