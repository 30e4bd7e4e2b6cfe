import { catalogue } from "#client/lib/language/catalogue.ts";
export const texts = catalogue("features/organizations/onboarding", {
  step: (current: number) => `Step ${current} of 2`,
  create: {
    first: "Create your first organization",
    another: "Create an organization",
    text: "A place for your team’s projects and people. You will be its admin.",
    name: "Name",
    namePlaceholder: "Acme Corporation",
    slug: "Address",
    slugHint:
      "2 to 48 of a–z, 0–9 and dashes. It can be changed later; old links go on working.",
    noSlug: "Choose an address for it.",
    submit: "Create organization",
    cancel: "Cancel",
    failed: "The organization was not created",
    signedInAs: "Signed in as",
    signOut: "Sign out",
  },
  invite: {
    title: "Invite your team",
    text: (organization: string) =>
      `${organization} is ready. Whom do you work with?`,
    emails: "Email addresses",
    emailsHint: "Paste a list: commas, spaces and lines separate.",
    none: "Enter at least one address, or skip this step.",
    role: "Role",
    submit: "Send invitations",
    skip: "Skip for now",
    failed: "No invitation was sent",
    sent: (count: number) =>
      count === 1 ? "1 invitation sent" : `${count} invitations sent`,
    skipped: {
      ALREADY_MEMBER: "is a member already",
      ALREADY_INVITED: "has an invitation already",
      INVALID_EMAIL: "is not an email address",
      RATE_LIMITED: "got 3 invitations within an hour",
      NOT_SENT: "got too many invitations today",
    },
    notAll: "Some addresses were left out",
    toDashboard: "Go to the dashboard",
  },
});
