import { z } from "zod";
import { rule } from "./rules";

/** The DNS label of the record that proves a domain. */
export const CHALLENGE_LABEL = "_tenantry-challenge";

/** A DNS name has at most 253 characters. The label of the record and a dot come before the domain. */
const LONGEST = 253 - CHALLENGE_LABEL.length - 1;
const LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
export const DOMAIN_FORM = new RegExp(
  `^(?:${LABEL}\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$`,
);

/** A domain in the form in which it is stored, compared and looked up. */
export const domainField = z
  .string(rule("DOMAIN_REQUIRED"))
  .max(1000, rule("TOO_LONG"))
  .overwrite(normalizeDomain)
  .max(LONGEST, rule("TOO_LONG"))
  .regex(DOMAIN_FORM, rule("DOMAIN_INVALID"));

/** The domain of a stored email address. Of an address that was stored before normalization, it may be no valid domain. */
export function domainOf(email: string): string {
  return email.slice(email.lastIndexOf("@") + 1);
}

const WRITTEN = /^[\p{L}\p{M}\p{N}-]+(?:\.[\p{L}\p{M}\p{N}-]+)+$/u;

/**
 * The ASCII form of a domain. Undefined when the conversion would drop or replace a character: the domain that is compared
 * would not be the one that receives the mail.
 */
export function toAsciiDomain(domain: string): string | undefined {
  if (!WRITTEN.test(domain)) return undefined;
  if (/\p{Default_Ignorable_Code_Point}/u.test(domain)) return undefined;
  const address = `http://${domain}`;
  return URL.canParse(address) ? new URL(address).hostname : undefined;
}

/** Lower case, ASCII, without a final dot. Text that is no domain stays as it is. */
export function normalizeDomain(text: string): string {
  const given = text.trim().replace(/^@/, "").replace(/\.$/, "");
  // `new URL` would drop the other parts of a URL, and the result would be a domain that the caller did not mean.
  if (given === "" || /[\s/\\:@?#%[\]]/.test(given)) return text.trim();
  try {
    return new URL(`http://${given}`).hostname;
  } catch {
    return text.trim();
  }
}
