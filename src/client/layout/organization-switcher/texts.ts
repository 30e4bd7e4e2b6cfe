import { catalogue } from "#client/lib/language/catalogue.ts";

export const texts = catalogue("layout/organization-switcher", {
  organizationList: {
    organizations: "Organizations",
    more: (count: number) => `${count} more. Type a name to find them.`,
    none: (words: string) => `No organization matches “${words}”.`,
    invitations: "Invitations for you",
    create: "Create organization",
    search: "Find an organization",
    find: "Find an organization…",
  },
  organizationSwitcher: {
    invitations: (count: number) =>
      count === 1 ? "invitation for you" : "invitations for you",
    switchOrganization: "Switch organization",
    chooseAnOrganization: "Choose an organization",
    currentOrganization: "Current organization:",
  },
});
