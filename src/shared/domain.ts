import { z } from "zod";

/** Where the record stands that proves a domain. */
export const CHALLENGE_LABEL = "_tenantry-challenge";

/** A name in the DNS has at most 253 characters, and the record's label and a dot go before this one. */
const LONGEST = 253 - CHALLENGE_LABEL.length - 1;
const LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
const FORM = new RegExp(`^(?:${LABEL}\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$`);

/** A domain in the one form it is stored, compared and looked up in. */
export const domainField = z
  .string("Enter a domain.")
  .max(1000, "A domain is shorter than that.")
  .overwrite(normalizeDomain)
  .max(LONGEST, `Use at most ${LONGEST} characters.`)
  .regex(
    FORM,
    "Enter a domain such as acme.com, without https:// and without a path.",
  );

/** The domain of an address, in the same form. */
export function domainOf(email: string): string {
  return normalizeDomain(email.slice(email.lastIndexOf("@") + 1));
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
