import { z } from "zod";
import { rule } from "./rules";

/** Where the record stands that proves a domain. */
export const CHALLENGE_LABEL = "_tenantry-challenge";

/** A name in the DNS has at most 253 characters, and the record's label and a dot go before this one. */
const LONGEST = 253 - CHALLENGE_LABEL.length - 1;
const LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
export const DOMAIN_FORM = new RegExp(
  `^(?:${LABEL}\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$`,
);

/** A domain in the one form it is stored, compared and looked up in. */
export const domainField = z
  .string(rule("DOMAIN_REQUIRED"))
  .max(1000, rule("TOO_LONG"))
  .overwrite(normalizeDomain)
  .max(LONGEST, rule("TOO_LONG"))
  .regex(DOMAIN_FORM, rule("DOMAIN_INVALID"));

/** The domain of a stored address, which is in the same form. One that is not, from before that rule, is no domain. */
export function domainOf(email: string): string {
  return email.slice(email.lastIndexOf("@") + 1);
}

const WRITTEN = /^[\p{L}\p{M}\p{N}-]+(?:\.[\p{L}\p{M}\p{N}-]+)+$/u;

/**
 * The ASCII form of a domain; undefined where the way there would drop a character or take one for another, so that the
 * domain that is compared was not the one that is mailed to.
 */
export function toAsciiDomain(domain: string): string | undefined {
  if (!WRITTEN.test(domain)) return undefined;
  if (/\p{Default_Ignorable_Code_Point}/u.test(domain)) return undefined;
  const address = `http://${domain}`;
  return URL.canParse(address) ? new URL(address).hostname : undefined;
}

/** Lower case, ASCII, without the dot at the end; what is no domain stays as it is. */
export function normalizeDomain(text: string): string {
  const given = text.trim().replace(/^@/, "").replace(/\.$/, "");
  // What an address may hold besides a host would be dropped below, and another domain be taken than was meant.
  if (given === "" || /[\s/\\:@?#%[\]]/.test(given)) return text.trim();
  try {
    return new URL(`http://${given}`).hostname;
  } catch {
    return text.trim();
  }
}
