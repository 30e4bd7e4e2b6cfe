import { formatCount } from "#client/lib/formats/number.ts";
import { catalogue } from "#client/lib/language/catalogue.ts";

export const texts = catalogue("features/invitations/invite", {
  inviteDialog: {
    invitationSentTo: (email: string) => `Invitation sent to ${email}`,
    invitationsSent: (count: number) => `${count} invitations sent`,
    notAll: "Some invitations were not sent",
    inviteTo: (name: string) => `Invite to ${name}`,
    description: "Each person gets a link that is valid for 7 days.",
  },
  inviteForm: {
    none: "Enter at least one address.",
    tooMany: "Invite at most 100 people at once.",
    marked: "Correct or remove the marked addresses.",
    failed: "Nobody was invited.",
    emailAddresses: "Email addresses",
    hint: "Paste a list: commas, spaces and lines separate.",
    role: "Role",
    cancel: "Cancel",
    sendInvitations: (count: number) => `Send ${count} invitations`,
    sendInvitation: "Send invitation",
  },
  inviteResult: {
    invitationsSent: (count: number) =>
      count === 1 ? "1 invitation sent" : `${count} invitations sent`,
    skipped: {
      ALREADY_MEMBER: "is a member already",
      ALREADY_INVITED: "has an open invitation: send it again from the list",
      INVALID_EMAIL: "is not an email address",
      RATE_LIMITED: "got 3 invitations within an hour: try again in an hour",
    },
    notSent:
      "got too many invitations today: send the invitation again tomorrow",
    done: "Done",
  },
  seatsLeft: {
    getMoreSeats: "Get more seats",
    left: (left: number, all: number) => {
      if (left === 0) return "Every seat is taken.";
      const seats = `${formatCount(all)} ${all === 1 ? "seat" : "seats"}`;
      return `${formatCount(left)} of ${seats} ${left === 1 ? "is" : "are"} left.`;
    },
  },
});
