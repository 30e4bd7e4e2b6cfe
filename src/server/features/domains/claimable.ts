import providers from "email-providers/all.json";
import { getDomain } from "tldts";
import { DomainError } from "#server/kernel/errors";

/** Mail for everybody, which the list does not have. */
const FURTHER = ["fastmail.com", "fastmail.fm", "tutanota.com", "tuta.com"];
const PUBLIC_MAIL: ReadonlySet<string> = new Set([...providers, ...FURTHER]);

/**
 * Refuses what no organization is alone at: where everybody gets an address, and what is above the domains that people
 * register.
 * @throws DomainError INVALID_INPUT
 */
export function requireClaimable(domain: string): void {
  if (PUBLIC_MAIL.has(domain))
    throw refused(
      `Anybody can have an address at ${domain}. Enter a domain of your own.`,
    );
  if (getDomain(domain, { allowPrivateDomains: true }) === null)
    throw refused(
      `${domain} belongs to nobody alone. Enter the whole domain, such as acme.${domain}.`,
    );
}

function refused(message: string): DomainError {
  const issues = [{ path: "domain", message }];
  return new DomainError("INVALID_INPUT", message, { issues });
}
