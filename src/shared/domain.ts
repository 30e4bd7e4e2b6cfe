import { z } from "zod";
import { rule } from "./rules";

/** The DNS label of the record with which an organization proves that it owns a domain. */
export const CHALLENGE_LABEL = "_tenantry-challenge";

/** The maximum length of a domain: a DNS name has at most 253 characters, including the label of the record and a dot. */
const LONGEST = 253 - CHALLENGE_LABEL.length - 1;
const LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
export const DOMAIN_FORM = new RegExp(
  `^(?:${LABEL}\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$`,
);

/** A domain name, normalized to the form in which it is stored, compared and looked up. */
export const domainField = z
  .string(rule("DOMAIN_REQUIRED"))
  .max(1000, rule("TOO_LONG"))
  .overwrite(normalizeDomain)
  .max(LONGEST, rule("TOO_LONG"))
  .regex(DOMAIN_FORM, rule("DOMAIN_INVALID"));

/**
 * Returns the domain of a stored email address. The result may be an invalid domain if the address was stored before
 * addresses were normalized.
 */
export function domainOf(email: string): string {
  return email.slice(email.lastIndexOf("@") + 1);
}

const WRITTEN = /^[\p{L}\p{M}\p{N}-]+(?:\.[\p{L}\p{M}\p{N}-]+)+$/u;

/**
 * Returns the ASCII form of a domain. Returns undefined if the conversion would drop or replace a character, because
 * mail to the address could then reach another domain than the compared one.
 */
export function toAsciiDomain(domain: string): string | undefined {
  if (!WRITTEN.test(domain)) return undefined;
  if (/\p{Default_Ignorable_Code_Point}/u.test(domain)) return undefined;
  const address = `http://${domain}`;
  return URL.canParse(address) ? new URL(address).hostname : undefined;
}

/** Returns a domain in lower case and ASCII, without a final dot. A text that is not a domain stays as it is. */
export function normalizeDomain(text: string): string {
  const given = text.trim().replace(/^@/, "").replace(/\.$/, "");
  // `new URL` would silently drop the other parts of a URL. The result would be a domain that the caller did not mean.
  if (given === "" || /[\s/\\:@?#%[\]]/.test(given)) return text.trim();
  try {
    return new URL(`http://${given}`).hostname;
  } catch {
    return text.trim();
  }
}
