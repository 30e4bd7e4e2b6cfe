import { catalogue } from "#client/lib/language/catalogue.ts";

export const texts = catalogue("layout/gates", {
  missingOrganization: {
    title: "This URL is no longer in use",
    showMyOrganizations: "Show my organizations",
    text: "One of your organizations has moved to another URL. Old URLs redirect for 90 days; after that someone else can use them.",
  },
  viewEnded: {
    title: (role: string) => `You can’t view as ${role} anymore`,
    text: "The role was deleted, or you no longer have the permission to view as a role.",
    exit: "Exit view",
  },
  userLayout: {
    backTo: "Back to",
    organizations: "Organizations",
    account: "Account",
  },
  sessionEnded: {
    title: "Your session has ended",
    kept: "Your work is still here. Sign in in a new tab to continue.",
    as: (email: string) => `You were signed in as ${email}.`,
    signIn: "Sign in in a new tab",
    leave: "Discard and leave",
  },
  leaveSuspended: {
    leave: "Leave organization",
    leaveNow: "Leave",
    title: (name: string | undefined) =>
      `Leave ${name ?? "this organization"}?`,
    text: "Your projects stay. To come back, you’ll need a new invitation.",
    youLeft: (name: string | undefined) =>
      `You left ${name ?? "the organization"}`,
  },
  lostAccess: {
    suspended: (name: string | undefined) =>
      `Your access to ${name ?? "this organization"} is suspended`,
    title: (name: string) => `You’re no longer a member of ${name}`,
    goToTheStart: "Go to the start page",
    goneText:
      "You left the organization, an admin removed you, or it was deleted. If this is unexpected, ask an admin. The start page opens in a moment.",
    showMyOrganizations: "Show my organizations",
    suspendedText:
      "An admin suspended your access. Your work is kept. Contact an admin to restore access.",
    yourOtherOrganizations: "Your other organizations",
  },
});
