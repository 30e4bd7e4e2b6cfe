import { z } from "zod";
import { DOMAIN_FORM, toAsciiDomain } from "./domain";
import { type IdKind, isId } from "./id";
import { isRole } from "./permissions";

/** The fields that forms and procedures have in common, with the sentence for each thing that can be wrong. */

const TOO_LONG = {
  error: "An email address has at most 254 characters.",
  abort: true,
};
const INVALID = "Enter a valid email address.";
/** Without what would need quotes: a reader of mail headers takes "a:b@example.com" for the mailbox b of a group a. */
const PART = String.raw`[^\s\p{C}@,:;<>"()[\]\\]+`;
/** What was taken before the domain was stored in ASCII. */
const STORED = new RegExp(`^${PART}@${PART}$`, "u");

/**
 * The one form an address is stored, compared and mailed in: NFKC, trimmed, lower case, the domain in ASCII. A domain that
 * has no such form stays as it is, so that an address from before this rule still finds its account.
 */
export function normalizeEmail(address: string): string {
  const text = address.normalize("NFKC").trim().toLowerCase();
  const at = text.lastIndexOf("@") + 1;
  return text.slice(0, at) + (toAsciiDomain(text.slice(at)) ?? text.slice(at));
}

/** An address that is stored. One that would change on the way to the mail server and back is refused. */
export const emailField = z
  .string("Enter an email address.")
  // What is too long is not looked at further: a hundred addresses may come in one call.
  .max(320, TOO_LONG)
  .overwrite(normalizeEmail)
  .max(254, TOO_LONG)
  .refine(isAddress, INVALID);

/** An address that an account may have already. */
export const knownEmailField = z
  .string("Enter an email address.")
  .max(320, TOO_LONG)
  .overwrite(normalizeEmail)
  .max(320, TOO_LONG)
  .regex(STORED, INVALID);

function isAddress(text: string): boolean {
  const [local = "", domain = "", ...more] = text.split("@");
  return (
    more.length === 0 &&
    new RegExp(`^${PART}$`, "u").test(local) &&
    !/\p{Default_Ignorable_Code_Point}/u.test(local) &&
    DOMAIN_FORM.test(domain) &&
    toAsciiDomain(domain) === domain
  );
}

export const personNameField = line("Enter a name.", 100);
export const organizationNameField = line("Enter a name.", 100);
export const roleNameField = line("Enter a name.", 60);
export const roleDescriptionField = z
  .string()
  .trim()
  .max(300, "Use at most 300 characters.")
  .regex(/^[^\0\p{Cs}]*$/u, "Use text without NUL characters.");
export const passkeyNameField = line("Enter a name.", 100);
export const projectNameField = line("Enter a name.", 200);
export const projectDescriptionField = z
  .string()
  .trim()
  .max(5000, "Use at most 5,000 characters.")
  .regex(/^[^\0\p{Cs}]*$/u, "Use text without NUL characters.");

export const passwordField = z
  .string("Enter a password.")
  .min(8, "Use at least 8 characters.")
  .max(256, "Use at most 256 characters.");

/** A code of an authenticator app, or a recovery code. */
export const secondFactorCodeField = z
  .string("Enter a code.")
  .trim()
  .min(1, "Enter a code.")
  .max(64, "A code has at most 64 characters.");

/** A built-in role by its name, or one of the organization's own by its id. */
export const roleField = z
  .string("Choose one of the roles.")
  .max(64, "Choose one of the roles.")
  .refine(
    (role) => isRole(role) || isId("role", role),
    "Choose one of the roles.",
  );
export const tokenField = z.string().min(1).max(200);

export const NO_SUCH_PAGE = "Give the nextCursor of the page before.";
const PAGE_SIZE = "Use a number from 1 to 100.";

export const pageSizeField = z.coerce
  .number<number>(PAGE_SIZE)
  .int(PAGE_SIZE)
  .min(1, PAGE_SIZE)
  .max(100, PAGE_SIZE)
  .default(50);

/** A page of a list: how many rows, and the row where the page before ended. */
export function pageFields(kind: IdKind) {
  return {
    limit: pageSizeField,
    cursor: z
      .string()
      .refine((cursor) => isId(kind, cursor), NO_SUCH_PAGE)
      .optional(),
  };
}

function line(required: string, max: number) {
  return (
    z
      .string(required)
      .trim()
      .max(max, `Use at most ${max} characters.`)
      // Half of a surrogate pair is no character: it would be stored as another one. Marks that turn the direction of
      // what follows would let a name rewrite the sentence around it.
      .regex(
        /^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]*$/u,
        "Use one line of text.",
      )
      // A name of invisible characters alone cannot be told from another one.
      .regex(/[\p{L}\p{N}\p{P}\p{S}]/u, required)
  );
}
