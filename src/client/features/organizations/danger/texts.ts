import { catalogue } from "#client/lib/language/catalogue.ts";

export const texts = catalogue("features/organizations/danger", {
  title: "Danger zone",
  description: "Irreversible and destructive actions.",
  leave: {
    title: "Leave organization",
    text: "You’ll lose access immediately. Your projects stay.",
    hint: "To come back, you’ll need a new invitation.",
    action: "Leave…",
  },
  deletion: {
    title: "Delete organization",
    text: (days: number) =>
      `All members lose access immediately. Admins can restore the organization for ${days} days. After that, it’s permanently deleted.`,
    hint: "You’ll be asked to type the organization’s slug.",
    action: "Delete organization…",
    confirmTitle: (name: string) => `Delete ${name}?`,
    confirm: "Delete organization",
    members: "All members, including you, will lose access immediately.",
    invitations: "Pending invitations will no longer work.",
    restorable: (day: string) =>
      `Admins can restore the organization from their list of organizations until ${day}. After that, all its content is permanently deleted.`,
    done: (name: string) => `${name} deleted`,
  },
});
