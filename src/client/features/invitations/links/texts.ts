import { catalogue } from "#client/lib/language/catalogue.ts";

export const texts = catalogue("features/invitations/links", {
  title: "Invitation links",
  description: "Anyone with a link can join, without an invitation email.",
  newLink: "New link",
  none: "No links",
  noneText:
    "Anyone with the link can join. You set the role, expiry and number of uses.",
  caption: "Invitation links, newest first",
  actions: (role: string) => `Actions for the link for ${role}`,
  uses: (uses: number, most: number | null) =>
    most === null ? `${uses} joined` : `${uses} of ${most} joined`,
  anyEmail: "Any email",
  createdBy: "Created by",
  status: {
    live: "Active",
    expired: "Expired",
    full: "Limit reached",
    revoked: "Revoked",
    void: "Invalid",
  },
  void: "The creator can no longer invite people. Create a new link.",
  expires: "expires",
  verbs: {
    name: (role: string) => `Invitation link: ${role}`,
    open: "Show in the list",
    revoke: "Revoke…",
  },
  revoke: {
    title: "Revoke this link?",
    text: "The link will stop working. Members who joined with it stay.",
    action: "Revoke",
    done: "Link revoked",
  },
  form: {
    title: "Create invitation link",
    description: "Anyone with the link can join until it expires.",
    failed: "The link couldn’t be created.",
    role: "Role",
    uses: "Maximum uses",
    usesHint: "Leave empty for unlimited.",
    usesWrong: "Enter a whole number from 1 to 10,000, or leave it empty.",
    domains: "Allowed email domains",
    domainsHint: "Optional. Separate with commas: acme.com, acme.org",
    domainsMost: "Enter up to 10 domains.",
    expires: "Expires after",
    days: (days: number) => (days === 1 ? "1 day" : `${days} days`),
    cancel: "Cancel",
    submit: "Create link",
  },
  created: {
    title: "Copy the link",
    text: "Copy it now: you won’t see it again. Anyone with this link can join until it expires.",
  },
  linkTable: {
    role: "Joins as",
    uses: "Uses",
    status: "Status",
    actions: "Actions",
  },
});
