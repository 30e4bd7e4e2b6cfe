import { catalogue } from "#client/lib/language/catalogue.ts";
export const texts = catalogue("features/invitations/accept", {
  loading: "Your invitation",
  title: (organization: string) => `Join ${organization}`,
  invitedBy: (name: string) => `${name} invites you to join.`,
  role: "Your role",
  address: "For",
  expires: "Expires",
  signInThere: "Sign-in",
  secondFactor: "Two-factor authentication required",
  secondFactorText: "You can set it up after you have joined.",
  accept: "Accept invitation",
  decline: "Decline",
  signInToAccept: "Sign in to accept",
  hasAccount: "There is an account for this address. Sign in to answer.",
  signUpAndJoin: "Create account and join",
  newHere: "Create an account to join. You need no second mail to confirm it.",
  wrong: {
    title: "This invitation is for another address",
    invited: "Invited",
    signedIn: "Signed in",
    text: "Sign out and continue with the invited address: the invitation stays open here. Or ask for one to the address you use.",
    action: "Sign out and continue",
    stay: "Stay signed in",
  },
  declined: {
    title: "You declined the invitation",
    text: (organization: string) =>
      `You are not a member of ${organization}. If you change your mind, ask for a new invitation.`,
  },
  joined: {
    title: (organization: string) => `You joined ${organization}`,
    text: "Opening the organization…",
  },
  invalid: {
    title: "Invalid invitation",
    text: "It was used, withdrawn, replaced by a newer one, or it has expired. Ask whoever invited you to send a new one.",
  },
  failed: { title: "The invitation could not be opened", retry: "Try again" },
  notAccepted: "You have not joined yet",
  toStart: "Go to the start page",
  toSignIn: "Sign in",
  noSeat:
    "Every seat there is taken. Ask whoever invited you, or an admin, to make room. Then come back: you can still join.",
});
