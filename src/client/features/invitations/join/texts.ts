import { catalogue } from "#client/lib/language/catalogue.ts";
import { formatList } from "#client/lib/formats/number.ts";

export const texts = catalogue("features/invitations/join", {
  loading: "Your invitation",
  title: (organization: string) => `Join ${organization}`,
  invitedBy: (name: string) => `${name} invited you to join`,
  messageFrom: (name: string) => `Message from ${name}`,
  role: "Your role",
  email: "For",
  domains: (domains: readonly string[]) =>
    `Emails at ${formatList(domains, "disjunction")}`,
  expires: "Expires",
  signInRow: "Sign-in",
  twoFactor: "Two-factor authentication required",
  twoFactorText: "You can set it up after you join.",
  accept: "Accept invitation",
  decline: "Decline",
  join: "Join",
  notNow: "Not now",
  signedInAs: (email: string) => `You’re signed in as ${email}.`,
  hasAccount: "You already have an account. Sign in to accept.",
  signInToAccept: "Sign in to accept",
  haveAccount: "Already have an account?",
  signInToJoin: "Sign in to join",
  noConfirmation: "Create an account to join. No email confirmation needed.",
  confirmFirst:
    "Create an account to join. We’ll email you a link to confirm your address.",
  signUp: "Create an account to join",
  signUpAndJoin: "Create account and join",
  wrong: {
    title: "This invitation is for another email address",
    invited: "Invited",
    signedIn: "Signed in",
    text: (invited: string, inviter: string, signedIn: string) =>
      `Sign out and continue as ${invited}, or ask ${inviter} to invite ${signedIn}.`,
    action: "Sign out and continue",
    stay: "Stay signed in",
  },
  declined: {
    title: "Invitation declined",
    text: (organization: string) =>
      `You’re not a member of ${organization}. If you change your mind, ask for a new invitation.`,
  },
  joined: {
    title: (organization: string) => `You joined ${organization}`,
    text: "Opening the organization…",
  },
  invalid: {
    title: "This invitation is no longer valid",
    text: "The invitation may have expired, been used, or been revoked. Ask for a new one.",
  },
  notOpened: "The invitation couldn’t be opened",
  retry: "Try again",
  notJoined: "You haven’t joined yet",
  toStart: "Go to the start page",
  toSignIn: "Sign in",
  noSeat:
    "The organization is out of seats. Ask an admin to add one, then try again: your invitation stays valid.",
});
