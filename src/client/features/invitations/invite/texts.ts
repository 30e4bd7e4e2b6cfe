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
    hint: "Separate with commas, spaces or new lines. To give someone another role, add it after their email: kim@acme.com viewer",
    role: "Role",
    roleOfOthers: "Role of everyone else",
    cancel: "Cancel",
    sendInvitations: (count: number) => `Send ${count} invitations`,
    sendInvitation: "Send invitation",
  },
  invitees: {
    roleOf: (email: string, role: string) => `Role of ${email}: ${role}`,
    marks: {
      address: "Not an email address:",
      unknownRole: "Unknown role:",
      role: "Role you can’t give:",
    },
    faults: {
      address: (email: string) =>
        `“${email}” isn’t an email address. Fix or remove it.`,
      unknownRole: (email: string, word: string) =>
        `There’s no role “${word}”. Choose another for ${email}.`,
      role: (email: string, word: string) =>
        `You can’t give the role ${word}. Choose another for ${email}.`,
    } satisfies Record<string, (email: string, word: string) => string>,
    several: (count: number) =>
      `Fix or remove the ${count} highlighted emails.`,
  },
  message: {
    label: "Personal message",
    hint: (characters: number) =>
      `Plain text, up to ${characters} characters. Links and email addresses are removed.`,
    rest: (text: string) =>
      `Links and email addresses are removed. We’ll send: “${text}”`,
    allRemoved:
      "Links and email addresses are removed. Nothing is left to send.",
    notIncluded: "Available on the Team and Business plans.",
    plans: "View plans",
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
