import { catalogue } from "#client/lib/language/catalogue.ts";

export const texts = catalogue("layout/gates", {
  missingOrganization: {
    title: "This address is not in use any more",
    showMyOrganizations: "Show my organizations",
    text: "An organization of yours had it, and has another one now. Old addresses lead on for 90 days; after that somebody else may take them.",
  },
  userLayout: {
    organizations: "Organizations",
    account: "Account",
  },
  sessionEnded: {
    title: "Your session has ended",
    kept: "What you typed is still here. Sign in again in a new tab, and this page goes on where it was.",
    as: (email: string) => `You were signed in as ${email}.`,
    signIn: "Sign in in a new tab",
    leave: "Leave without it",
  },
  leaveSuspended: {
    leave: "Leave organization",
    leaveNow: "Leave",
    title: (name: string | undefined) =>
      `Leave ${name ?? "this organization"}?`,
    text: "What you made stays. To come back, an admin has to invite you again.",
    youLeft: (name: string | undefined) =>
      `You left ${name ?? "the organization"}`,
  },
  lostAccess: {
    suspended: (name: string | undefined) =>
      `Your access to ${name ?? "this organization"} is suspended`,
    title: (name: string) => `You are no longer a member of ${name}`,
    goToTheStart: "Go to the start page",
    goneText:
      "You left it, an admin removed you, or it was deleted. Ask one of its admins if this surprises you. The start page opens in a moment.",
    showMyOrganizations: "Show my organizations",
    suspendedText:
      "An admin suspended it. What you made there is kept, and is there again when one of its admins lets you back in.",
    yourOtherOrganizations: "Your other organizations",
  },
});
