import { catalogue } from "../../../../language/catalogue.ts";

export const TEXTS = catalogue("pages/organization/settings/danger", {
  deleteSection: {
    restorable: (day: string) =>
      `Until ${day} its admins can restore it from their list of organizations. After that everything in it is deleted for good.`,
    deleted: (name: string) => `${name} deleted`,
    deleteOrganization: "Delete organization",
    everybodyLosesAccessAt: (days: number) =>
      `Everybody loses access at once. Its admins can restore it for ${days} days; then it is gone for good.`,
    youWillBeAsked: "You will be asked to type its slug.",
    deleteOrganization2: "Delete organization…",
    delete: (name: string) => `Delete ${name}?`,
    allMembersYouToo: "All members, you too, lose access at once.",
    openInvitationsStopWorking: "Open invitations stop working.",
  },
  leaveSection: {
    leaveOrganization: "Leave organization",
    youLoseAccessAt: "You lose access at once. What you made stays.",
    toComeBackAn: "To come back, an admin has to invite you again.",
    leave: "Leave…",
  },
});
