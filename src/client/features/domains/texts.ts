import { catalogue } from "#client/lib/language/catalogue.ts";
import { formatDay } from "#client/lib/formats/time.ts";

export const texts = catalogue("features/domains", {
  title: "Domains",
  description:
    "Verify a domain so that people with an email address there can join without an invitation.",
  add: {
    title: "Add domain",
    text: "The part after @ in your company’s email addresses. Add subdomains separately.",
    label: "Domain",
    placeholder: "acme.com",
    action: "Add domain",
    done: "Domain added",
    next: "Now add the record to your DNS.",
    failed: "The domain couldn’t be added",
  },
  none: "No domains yet",
  noneText:
    "Without a domain, people can only join by invitation. Add your company’s domain above.",
  status: {
    pending: "Not verified",
    verified: "Verified",
    failing: "Record missing",
    lapsed: "Lapsed",
  },
  record: {
    pending:
      "Add this record to the domain’s DNS, then verify it. DNS changes can take up to an hour.",
    keep: "Keep this record in your DNS. We check it every day.",
    type: "Type",
    name: "Name",
    value: "Value",
    copyName: (domain: string) => `Copy record name of ${domain}`,
    copyValue: (domain: string) => `Copy record value of ${domain}`,
    verify: "Verify",
  },
  verbs: {
    open: "Show in the list",
    verify: "Verify",
    remove: "Remove…",
  },
  failing: {
    title: (since: Date) => `DNS record last found on ${formatDay(since)}`,
    text: (until: Date) =>
      `Add the record again before ${formatDay(until)}. After that, people can no longer join through this domain, and another organization can verify it.`,
  },
  lapsed: {
    title: "People can no longer join through this domain",
    text: "The DNS record was missing for a week. Add it again and verify the domain. Your members keep their access.",
  },
  verification: {
    done: (domain: string) => `${domain} verified`,
    failed: (domain: string) => `${domain} couldn’t be verified`,
  },
  role: {
    label: "New members join as",
    hint: "New accounts join automatically. People with an account can join from their list of organizations.",
    pending: "Takes effect once the domain is verified.",
    none: "Invitation only",
    noneText: "No one can join through this domain",
    saved: (domain: string, role: string | null) =>
      role === null
        ? `People at ${domain} can only join by invitation`
        : `People at ${domain} can join as ${role}`,
    failed: "The role couldn’t be changed.",
  },
  remove: {
    action: "Remove",
    title: (domain: string) => `Remove ${domain}?`,
    text: "People can no longer join through this domain, and another organization can verify it. Your members keep their access.",
    done: (domain: string) => `${domain} removed`,
  },
  commands: {
    domains: "Domains",
    words: "dns verify join email",
  },
});
