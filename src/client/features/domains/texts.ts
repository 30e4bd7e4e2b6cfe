import { catalogue } from "#client/lib/language/catalogue.ts";
import { formatDay } from "#client/lib/formats/time.ts";

export const texts = catalogue("features/domains", {
  title: "Domains",
  description:
    "Show that a mail domain is yours, and let people with an address there join by themselves.",
  add: {
    title: "Add a domain",
    text: "What stands behind the @ of your addresses. Subdomains count as domains of their own.",
    label: "Domain",
    placeholder: "acme.com",
    action: "Add domain",
    done: "Domain added",
    next: "Now put the record into your DNS.",
    failed: "The domain was not added",
  },
  none: "No domains yet",
  noneText:
    "Without one, people come in by invitation only. Add the domain of your addresses above.",
  status: {
    pending: "Not verified",
    verified: "Verified",
    failing: "Record missing",
    lapsed: "Lapsed",
  },
  record: {
    pending:
      "Add this record where the DNS of the domain is kept, then check. It may take up to an hour to show.",
    keep: "Leave this record in your DNS: it is looked for every day.",
    type: "Type",
    name: "Name",
    value: "Value",
    copyName: (domain: string) => `Copy the name of the record of ${domain}`,
    copyValue: (domain: string) => `Copy the value of the record of ${domain}`,
    check: "Check now",
  },
  failing: {
    title: (since: Date) => `The record was last found on ${formatDay(since)}`,
    text: (until: Date) =>
      `Put it back before ${formatDay(until)}: then people stop joining, and another organization may verify the domain.`,
  },
  lapsed: {
    title: "Nobody joins by this domain any more",
    text: "Its record was not found for a week. Put it back and check; members stay members.",
  },
  checked: {
    found: (domain: string) => `${domain} is verified`,
    failed: (domain: string) => `${domain} is not verified`,
  },
  role: {
    label: "Who confirms an address here joins as",
    hint: "New accounts are members at once; people who have one may join from their list of organizations.",
    early: "It takes effect once the domain is verified.",
    nobody: "Nobody joins by themselves",
    nobodyText: "They come in by invitation only",
    saved: (domain: string, role: string | null) =>
      role === null
        ? `Nobody joins by ${domain} themselves`
        : `People at ${domain} join as ${role}`,
    failed: "It was not changed.",
  },
  remove: {
    action: "Remove",
    title: (domain: string) => `Remove ${domain}?`,
    text: "Nobody joins by this domain any more, and another organization may verify it. Members stay members.",
    done: (domain: string) => `${domain} removed`,
  },
});
