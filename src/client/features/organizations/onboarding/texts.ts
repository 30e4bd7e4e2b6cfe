import { catalogue } from "#client/lib/language/catalogue.ts";
export const texts = catalogue("features/organizations/onboarding", {
  step: (current: number) => `Step ${current} of 2`,
  create: {
    first: "Create your first organization",
    another: "Create an organization",
    text: "Your team’s shared workspace. You’ll be its admin.",
    name: "Name",
    namePlaceholder: "Acme Corporation",
    slug: "Slug",
    slugHint:
      "2–48 lowercase letters, numbers and dashes. You can change it later; old links redirect for 90 days.",
    submit: "Create organization",
    cancel: "Cancel",
    failed: "The organization couldn’t be created",
    signedInAs: "Signed in as",
    signOut: "Sign out",
  },
  invite: {
    title: "Invite your team",
    text: (organization: string) =>
      `${organization} is ready. Invite the people you work with.`,
    emails: "Email addresses",
    emailsHint: "Separate emails with commas, spaces or new lines.",
    none: "Enter at least one email address, or skip this step.",
    role: "Role",
    submit: "Send invitations",
    skip: "Skip for now",
    failed: "The invitations couldn’t be sent",
    sent: (count: number) =>
      count === 1 ? "1 invitation sent" : `${count} invitations sent`,
    skipped: {
      ALREADY_MEMBER: "Already a member",
      ALREADY_INVITED: "Already invited",
      INVALID_EMAIL: "Not a valid email address",
      RATE_LIMITED: "Already got 3 invitations in the last hour",
      NOT_SENT: "Already got too many invitations today",
    },
    someSkipped: "Some invitations weren’t sent",
    toDashboard: "Go to dashboard",
  },
});
