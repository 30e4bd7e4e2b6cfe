import { catalogue } from "#client/lib/language/catalogue.ts";

export const texts = catalogue("features/organizations/danger", {
  deleteSection: {
    restorable: (day: string) =>
      `Until ${day} its admins can restore it from their list of organizations. After that everything in it is deleted for good.`,
    deleted: (name: string) => `${name} deleted`,
    deleteOrganization: "Delete organization",
    text: (days: number) =>
      `Everybody loses access at once. Its admins can restore it for ${days} days; then it is gone for good.`,
    asked: "You will be asked to type its slug.",
    ask: "Delete organization…",
    delete: (name: string) => `Delete ${name}?`,
    everybody: "All members, you too, lose access at once.",
    invitations: "Open invitations stop working.",
  },
  leaveSection: {
    leaveOrganization: "Leave organization",
    youLoseAccessAt: "You lose access at once. What you made stays.",
    comeBack: "To come back, an admin has to invite you again.",
    leave: "Leave…",
  },
});
