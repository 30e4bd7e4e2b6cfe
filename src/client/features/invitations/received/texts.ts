import { catalogue } from "#client/lib/language/catalogue.ts";
export const texts = catalogue("features/invitations/received", {
  title: "Invitations",
  description: "Organizations that invited you to join.",
  list: "Pending invitations",
  empty: "No pending invitations",
  emptyText: (email: string) => `Invitations sent to ${email} appear here.`,
  from: (name: string, role: string) => `${name} invited you as ${role}`,
  expires: "expires",
  accept: "Accept",
  decline: "Decline",
  joined: (name: string) => `You joined ${name}`,
  declined: (name: string) => `You declined the invitation to ${name}`,
  notAccepted: "You couldn’t join.",
  notDeclined: "The invitation couldn’t be declined.",
  joinable: {
    title: "Organizations you can join",
    because: (domain: string, role: string) =>
      `Open to ${domain} email addresses. You’ll join as ${role}.`,
    join: "Join",
  },
});
