import { catalogue } from "#client/lib/language/catalogue.ts";
export const texts = catalogue("features/invitations/links", {
  title: "Invitation links",
  description:
    "Whoever has such a link can join, without a mail to their address.",
  make: "New link",
  none: "No links",
  noneText:
    "A link lets in whoever has it, as often and as long as you say. Pass it on in a chat, or put it on your intranet.",
  caption: "Invitation links, newest first",
  actions: (role: string) => `Actions for the link for ${role}`,
  uses: (uses: number, most: number | null) =>
    most === null ? `${uses} joined` : `${uses} of ${most} joined`,
  anyAddress: "Any address",
  madeBy: "Made by",
  status: {
    live: "Works",
    expired: "Expired",
    full: "Used up",
    revoked: "Revoked",
    void: "Void",
  },
  void: "Whoever made it may not invite any more. Make a new one.",
  expires: "expires",
  revoke: {
    item: "Revoke…",
    title: "Revoke this link?",
    text: "Nobody joins by it any more. Whoever joined stays a member.",
    action: "Revoke",
    done: "Link revoked",
  },
  form: {
    title: "New invitation link",
    description: "Whoever has it can join. Pass it on with care.",
    failed: "No link was made.",
    role: "Role",
    uses: "How many may join",
    usesHint: "Leave it empty for any number.",
    usesWrong: "Enter a whole number from 1 to 10,000, or nothing.",
    domains: "Only addresses at",
    domainsHint:
      "Domains, separated by commas: acme.com, acme.org. Empty for any address.",
    domainsMost: "Name at most 10 domains.",
    expires: "Valid for",
    days: (days: number) => (days === 1 ? "1 day" : `${days} days`),
    cancel: "Cancel",
    submit: "Make link",
  },
  made: {
    title: "Copy the link",
    text: "It is shown this once. Whoever has it can join until it expires, so pass it on with care.",
    label: "Link",
    copy: "Copy link",
    done: "Done",
  },
  linkTable: {
    role: "Lets in as",
    uses: "Used",
    status: "Status",
    actions: "Actions",
  },
});
