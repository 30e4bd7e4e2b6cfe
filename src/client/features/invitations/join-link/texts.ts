import { catalogue } from "#client/lib/language/catalogue.ts";
import { formatList } from "#client/lib/formats/number.ts";
export const texts = catalogue("features/invitations/join-link", {
  loading: "Your invitation link",
  title: (organization: string) => `Join ${organization}`,
  madeBy: (name: string) => `${name} made this link.`,
  role: "Your role",
  domains: "For",
  domainsText: (domains: readonly string[]) =>
    `addresses at ${formatList(domains, "disjunction")}`,
  expires: "Expires",
  signInThere: "Sign-in",
  secondFactor: "Two-factor authentication required",
  secondFactorText: "You can set it up after you have joined.",
  join: "Join",
  signedInAs: (email: string) => `You are signed in as ${email}.`,
  notNow: "Not now",
  signIn: "Sign in to join",
  signUp: "Create an account to join",
  comeBack:
    "You come back here afterwards: the link stays open in this browser.",
  notJoined: "You have not joined yet",
  invalid: {
    title: "This link does not work any more",
    text: "It has expired, was used as often as it may be, or was taken back. Ask whoever gave it to you for a new one.",
  },
  toStart: "Go to the start page",
  toSignIn: "Sign in",
});
