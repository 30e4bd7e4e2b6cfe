import providers from "email-providers/all.json";
import { getDomain } from "tldts";
import { invalidField } from "#server/kernel/errors";

/** Public email providers that the list from the npm package does not contain. */
const FURTHER = ["fastmail.com", "fastmail.fm", "tutanota.com", "tuta.com"];
const PUBLIC_MAIL: ReadonlySet<string> = new Set([...providers, ...FURTHER]);

/**
 * Refuses the domains of public email providers and public suffixes, because no organization owns all email addresses
 * at such a domain.
 * @throws DomainError INVALID_INPUT, at `domain`
 */
export function requireClaimable(domain: string): void {
  if (PUBLIC_MAIL.has(domain))
    throw invalidField("domain", "DOMAIN_PUBLIC", { domain });
  if (getDomain(domain, { allowPrivateDomains: true }) === null)
    throw invalidField("domain", "DOMAIN_SHARED", { domain });
}
