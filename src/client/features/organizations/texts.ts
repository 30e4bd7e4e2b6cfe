import { catalogue } from "#client/lib/language/catalogue.ts";
export const texts = catalogue("features/organizations", {
  title: "Organizations",
  description: "Your organizations and invitations.",
  create: "Create organization",
  yours: "Your organizations",
  empty: {
    title: "No active organizations",
    text: "Create an organization for your team, or ask someone to invite you to theirs.",
  },
  invitations: "Pending invitations",
  suspended: {
    title: "Suspended access",
    text: "An admin suspended your access. Your work is kept. Contact an admin to restore access.",
    badge: "Suspended",
  },
  deleted: {
    title: "Deleted organizations",
    text: "Admins can restore an organization for 30 days after it was deleted.",
    restore: "Restore",
    restored: (name: string) => `${name} restored`,
    failed: "The organization couldn’t be restored.",
  },
  slug: {
    taken: "This URL is taken.",
    use: (slug: string) => `Use ${slug} instead`,
  },
  logo: {
    title: "Logo",
    text: "Shown in the organization switcher and to the people you invite.",
    file: "Logo file",
    save: "Save logo",
    saved: "Logo updated",
    removed: "Logo removed",
    notSaved: "The logo couldn’t be updated",
    notRemoved: "The logo couldn’t be removed.",
  },
  commands: {
    general: "General settings",
    generalWords: "organization name logo slug url time zone",
    security: "Security",
    securityWords: "2fa two-factor policy",
    danger: "Danger zone",
    dangerWords: "delete leave transfer admin",
    organizations: "Your organizations",
    create: "Create organization",
    createWords: "new",
  },
});
