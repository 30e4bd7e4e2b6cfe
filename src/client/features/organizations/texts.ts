import { catalogue } from "#client/lib/language/catalogue.ts";
export const texts = catalogue("features/organizations", {
  title: "Organizations",
  description: "Those you are in, and those that want you to join.",
  create: "Create organization",
  yours: "Your organizations",
  empty: {
    title: "No active organizations",
    text: "Create one for your team, or ask someone to invite you to theirs.",
  },
  invitations: "Invitations for you",
  suspended: {
    title: "Suspended access",
    text: "An admin suspended your access. Your work is kept. Contact an admin to restore access.",
    badge: "Suspended",
  },
  deleted: {
    title: "Deleted organizations",
    text: "An admin can restore an organization for 30 days after it was deleted.",
    restore: "Restore",
    restored: (name: string) => `${name} is back`,
    failed: "It was not restored.",
  },
});
