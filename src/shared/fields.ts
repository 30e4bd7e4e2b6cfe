import { z } from "zod";
import { DOMAIN_FORM, toAsciiDomain } from "./domain";
import { type IdKind, idPattern, isId } from "./id";
import { isRole, ROLES } from "./permissions";
import { rule, type Rule } from "./rules";

/** The fields that forms and procedures share, with a rule for each possible mistake. */

const TOO_LONG = {
  error: rule("TOO_LONG"),
  abort: true,
};
const INVALID = rule("EMAIL_INVALID");
/**
 * One part of an email address. It excludes characters that need quotes: mail headers read "a:b@example.com" as the
 * mailbox b of a group a.
 */
const PART = String.raw`[^\s\p{C}@,:;<>"()[\]\\]+`;
/** Matches the addresses that earlier versions stored, before domains were converted to ASCII. */
const STORED = new RegExp(`^${PART}@${PART}$`, "u");

/**
 * Converts an email address to the form in which it is stored, compared and mailed: NFKC, trimmed, lower case, ASCII
 * domain. A domain without an ASCII form stays as it is, so that addresses of earlier versions still match.
 */
export function normalizeEmail(address: string): string {
  const text = address.normalize("NFKC").trim().toLowerCase();
  const at = text.lastIndexOf("@") + 1;
  return text.slice(0, at) + (toAsciiDomain(text.slice(at)) ?? text.slice(at));
}

/** An email address that will be stored. An address that a mail server would change is refused. */
export const emailField = z
  .string(rule("EMAIL_REQUIRED"))
  // A long text is refused before it is normalized, because one call may contain a hundred addresses.
  .max(320, TOO_LONG)
  .overwrite(normalizeEmail)
  .max(254, TOO_LONG)
  .refine(isAddress, INVALID)
  .meta({ format: "email" });

/** The email address of an existing account. Addresses that earlier versions accepted are valid too. */
export const knownEmailField = z
  .string(rule("EMAIL_REQUIRED"))
  .max(320, TOO_LONG)
  .overwrite(normalizeEmail)
  .max(320, TOO_LONG)
  .regex(STORED, INVALID)
  .meta({ format: "email" });

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

export const personNameField = line("NAME_REQUIRED", 100);
export const organizationNameField = line("NAME_REQUIRED", 100);
export const roleNameField = line("NAME_REQUIRED", 60);
export const roleDescriptionField = z
  .string()
  .trim()
  .max(300, rule("TOO_LONG"))
  .regex(/^[^\0\p{Cs}]*$/u, rule("UNSUPPORTED_CHARACTERS"));
export const apiKeyNameField = line("NAME_REQUIRED", 100);
export const serviceAccountNameField = line("NAME_REQUIRED", 100);
export const serviceAccountDescriptionField = z
  .string()
  .trim()
  .max(300, rule("TOO_LONG"))
  .regex(/^[^\0\p{Cs}]*$/u, rule("UNSUPPORTED_CHARACTERS"));
export const passkeyNameField = line("NAME_REQUIRED", 100);
export const projectNameField = line("NAME_REQUIRED", 200);
export const projectDescriptionField = z
  .string()
  .trim()
  .max(5000, rule("TOO_LONG"))
  .regex(/^[^\0\p{Cs}]*$/u, rule("UNSUPPORTED_CHARACTERS"));

export const passwordField = z
  .string(rule("PASSWORD_REQUIRED"))
  .min(8, rule("TOO_SHORT"))
  .max(256, rule("TOO_LONG"));

/** A code of an authenticator app, or a recovery code. */
export const secondFactorCodeField = z
  .string(rule("CODE_REQUIRED"))
  .trim()
  .min(1, rule("CODE_REQUIRED"))
  .max(64, rule("TOO_LONG"));

/** The regular expression of a role, for a JSON schema. */
export const ROLE_PATTERN = `^(${ROLES.join("|")}|${idPattern("role").slice(1, -1)})$`;

/** A role: the name of a built-in role, or the ID of a custom role. */
export const roleField = z
  .string(rule("ROLE_REQUIRED"))
  .max(64, rule("ROLE_REQUIRED"))
  .refine((role) => isRole(role) || isId("role", role), rule("ROLE_REQUIRED"))
  .meta({ pattern: ROLE_PATTERN });
export const tokenField = z.string().min(1).max(200);

const PAGE_SIZE = rule("PAGE_SIZE_INVALID");

export const pageSizeField = z.coerce
  .number<number>(PAGE_SIZE)
  .int(PAGE_SIZE)
  .min(1, PAGE_SIZE)
  .max(100, PAGE_SIZE)
  .default(50)
  .meta({ description: "The largest number of items of the page." });

/** The input fields of a paged list: the page size, and the last row of the previous page. */
export function pageFields(kind: IdKind) {
  return {
    limit: pageSizeField,
    cursor: z
      .string()
      .refine((cursor) => isId(kind, cursor), rule("UNKNOWN_CURSOR"))
      .meta({ description: "The `nextCursor` of the previous page." })
      .optional(),
  };
}

function line(required: Rule, max: number) {
  return (
    z
      .string(required)
      .trim()
      .max(max, rule("TOO_LONG"))
      // A lone surrogate would be stored as another character. A direction mark would reorder the text around a name.
      .regex(
        /^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]*$/u,
        rule("ONE_LINE"),
      )
      // A name must have a visible character, because names of invisible characters all look the same.
      .regex(/[\p{L}\p{N}\p{P}\p{S}]/u, required)
  );
}
