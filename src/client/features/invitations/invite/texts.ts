import { formatCount } from "#client/lib/formats/number.ts";
import { catalogue } from "#client/lib/language/catalogue.ts";

export const texts = catalogue("features/invitations/invite", {
  inviteDialog: {
    invitationSentTo: (email: string) => `Invitation sent to ${email}`,
    invitationsSent: (count: number) => `${count} invitations sent`,
    someSkipped: (sent: number, skipped: number) =>
      `${sent === 1 ? "1 invitation" : `${sent} invitations`} sent, ${skipped} skipped`,
    inviteTo: (name: string) => `Invite to ${name}`,
    description: "We’ll email each person a link that expires in 7 days.",
  },
  inviteForm: {
    none: "Enter at least one email address.",
    tooMany: "You can invite up to 100 people at a time.",
    marked: "Fix or remove the highlighted emails.",
    failed: "No invitation was sent.",
    emailAddresses: "Email addresses",
    hint: "Separate emails with commas, spaces or new lines.",
    role: "Role",
    cancel: "Cancel",
    sendInvitations: (count: number) => `Send ${count} invitations`,
    sendInvitation: "Send invitation",
  },
  inviteResult: {
    skipped: {
      ALREADY_MEMBER: "Already a member",
      ALREADY_INVITED: "Already invited. You can resend it from the list.",
      INVALID_EMAIL: "Not an email address",
      RATE_LIMITED: "Received 3 invitations within an hour. Try again later.",
    },
    notSent:
      "Received too many invitations today. Resend the invitation tomorrow.",
    done: "Done",
  },
  seatsLeft: {
    addSeats: "Add seats",
    left: (left: number, all: number) => {
      if (left === 0) return "No seats available";
      const seats = `${formatCount(all)} ${all === 1 ? "seat" : "seats"}`;
      return `${formatCount(left)} of ${seats} available`;
    },
  },
});
