import { catalogue } from "../../language/catalogue.ts";

export const TEXTS = catalogue("pages/frame", {
  missingOrganization: {
    thisAddressIsNot: "This address is not in use any more",
    showMyOrganizations: "Show my organizations",
    anOrganizationOfYours:
      "An organization of yours had it, and has another one now. Old addresses lead on for 90 days; after that somebody else may take them.",
  },
  roleLabel: {
    admin: "Admin",
    member: "Member",
    viewer: "Viewer",
    customRole: "Custom role",
  },
  shutOut: {
    suspended: (name: string | undefined) =>
      `Your access to ${name ?? "this organization"} is suspended`,
    youAreNoLonger: (name: string) => `You are no longer a member of ${name}`,
    goToTheStart: "Go to the start page",
    youLeftItAn:
      "You left it, an admin removed you, or it was deleted. Ask one of its admins if this surprises you. The start page opens in a moment.",
    showMyOrganizations: "Show my organizations",
    anAdminSuspendedIt:
      "An admin suspended it. What you made there is kept, and is there again when one of its admins lets you back in.",
    yourOtherOrganizations: "Your other organizations",
  },
});
