import { PLANS, type Plan } from "./plans";
import { count, type ParamsOf } from "./sentences";

/**
 * The rules that an input field can break, with an English sentence for each. Clients translate by rule and parameters,
 * so both are part of the HTTP contract.
 */
export const RULES = {
  // The form of any value
  INVALID_VALUE: "Enter a valid value.",
  INVALID_TYPE: ({ expected }: { expected: string }) =>
    `Enter a value of type ${expected}.`,
  INVALID_FORMAT: ({ format }: { format: string }) =>
    `Enter a value in the format ${format}.`,
  NOT_AN_OPTION: ({ options }: { options: readonly string[] }) =>
    `Choose one of ${options.join(", ")}.`,
  TOO_SHORT: ({ min }: { min: number }) =>
    `Use at least ${count(min, "character")}.`,
  TOO_LONG: ({ max }: { max: number }) =>
    `Use at most ${count(max, "character")}.`,
  TOO_LOW: ({ min }: { min: number }) => `Use a number of at least ${min}.`,
  TOO_HIGH: ({ max }: { max: number }) => `Use a number of at most ${max}.`,
  TOO_FEW: ({ min }: { min: number }) => `Choose at least ${min}.`,
  TOO_MANY: ({ max }: { max: number }) => `Choose at most ${max}.`,
  ONE_LINE: "Use a single line of text.",
  UNSUPPORTED_CHARACTERS: "Remove the characters that can't be saved.",

  // The request
  UNKNOWN_FIELD: "This field doesn't exist.",
  EXACTLY_ONE: ({ fields }: { fields: readonly string[] }) =>
    `Use exactly one of ${fields.join(", ")}.`,
  NOT_TOGETHER: ({ fields }: { fields: readonly string[] }) =>
    `Use only one of ${fields.join(", ")}.`,
  MALFORMED_REQUEST: ({ detail }: { detail: string }) => detail,
  NOT_JSON: "The body isn't valid JSON.",
  NOT_AN_OBJECT: "The body must be a JSON object.",
  TOO_DEEP: "The input is nested too deeply.",
  NOT_IN_BATCH: "This procedure can't be called in a batch.",
  IDEMPOTENCY_KEY_LENGTH: "Use an Idempotency-Key of 1 to 255 characters.",
  NOT_A_VERSION: "Send the updatedAt you read in If-Match.",
  PAGE_SIZE_INVALID: "Use a number from 1 to 100.",
  UNKNOWN_CURSOR: "Use the nextCursor of the previous page.",
  ORGANIZATION_REQUIRED: "Name the organization by its slug or ID.",

  // Users
  EMAIL_REQUIRED: "Enter an email address.",
  EMAIL_INVALID: "Enter a valid email address.",
  EMAIL_UNCHANGED: "This is already your email address.",
  EMAIL_CONFIRMATION: ({ email }: { email: string }) =>
    `Enter your email address, ${email}, to confirm.`,
  NAME_REQUIRED: "Enter a name.",
  PASSWORD_REQUIRED: "Enter a password.",
  PASSWORD_COMMON: "This password is too common. Choose another one.",
  PASSWORD_CONFIRMATION: "Confirm with your password.",
  CODE_REQUIRED: "Enter a code.",

  // Organizations
  SLUG_CHARACTERS: "Use lowercase letters, numbers and dashes between them.",
  SLUG_RESERVED: "This word is reserved. Choose another one.",
  SLUG_CONFIRMATION: ({ slug }: { slug: string }) =>
    `Enter the slug ${slug} to confirm.`,
  TIME_ZONE_INVALID: "Enter a time zone such as Europe/Berlin.",
  WEBSITE_INVALID: "Enter a URL such as https://example.com.",
  LOGO_URL_INVALID: "Use a URL that starts with https://, or upload an image.",
  LOGO_URL_CREDENTIALS:
    "Remove the user name and password: everyone who sees the logo can read its URL.",
  LOGO_NOT_UPLOADED: "Upload the image with PUT /organizations/{org}/logo.",

  // Members and roles
  ROLE_REQUIRED: "Choose a role.",
  ROLE_LACKS_PERMISSION:
    "Choose a role that includes the permission the member asks for.",
  PERMISSION_REQUIRED: "Choose a permission.",
  ROLE_NAME_TAKEN: "A role with this name already exists.",
  ROLE_UNCHANGED: "Choose a role other than the one you're deleting.",
  ADMIN_ROLE_NOT_ALLOWED: "Members can't join as admins. Choose another role.",
  PERMISSIONS_INVALID: "List permissions, separated by commas.",
  ROLE_AFTER_REQUIRED: "Choose the role you'll have afterwards.",
  ALREADY_ADMIN: "Choose a member who isn't an admin yet.",
  MEMBER_SUSPENDED: "Choose a member who isn't suspended.",
  MEMBER_LEAVING: "Choose a member who stays in the organization.",
  MEMBER_WITHOUT_ACCESS: "Choose a member who has access.",
  MEMBER_CANNOT_EDIT_PROJECTS: ({ name }: { name: string }) =>
    `${name} can't edit projects. Choose another member.`,
  CANNOT_SUSPEND_YOURSELF:
    "You can't suspend yourself. To leave, use Leave organization.",

  // Domains
  DOMAIN_REQUIRED: "Enter a domain.",
  DOMAIN_INVALID:
    "Enter a domain such as acme.com, without https:// or a path.",
  DOMAIN_PUBLIC: ({ domain }: { domain: string }) =>
    `Anyone can get an email address at ${domain}. Enter a domain you own.`,
  DOMAIN_SHARED: ({ domain }: { domain: string }) =>
    `${domain} is shared by many owners. Enter a full domain, such as acme.${domain}.`,

  // Billing
  SEATS_EXCEEDED: ({ seats }: { seats: number }) =>
    `You have ${count(seats, "seat")}. Choose at most ${count(seats, "member")}.`,
  SEATS_NOT_IN_PLAN: ({ plan, seats }: { plan: Plan; seats: number }) =>
    `${PLANS[plan].label} includes at most ${count(seats, "seat")}.`,

  // Dates and the audit log
  DAY_INVALID: "Enter a date such as 2026-12-03.",
  DAY_IN_FUTURE: "Choose today or an earlier date.",
  DAYS_REVERSED: "The first day can't be after the last day.",
  TOO_MANY_DAYS: ({ max }: { max: number }) =>
    `Choose at most ${count(max, "day")}.`,
  EVENT_NUMBER_INVALID: "Enter the number of an event.",
  ANCHOR_INVALID: "Enter the anchor exactly as you saved it.",

  // Images
  IMAGE_REQUIRED: "Choose an image.",
  IMAGE_EMPTY: "The file is empty.",
  IMAGE_ENCODING_INVALID: "Send the file in base64.",
  IMAGE_UNSUPPORTED: "Unsupported file. Use a PNG, JPEG or WebP image.",
  IMAGE_ANIMATED: "Animated images aren't supported. Use a still image.",
  IMAGE_DAMAGED: "The image is damaged. Save it again or use another one.",
  IMAGE_FILE_TOO_LARGE: ({ maxKb }: { maxKb: number }) =>
    `The file is too large. Use at most ${maxKb} KB.`,
  IMAGE_TOO_SMALL: ({ side }: { side: number }) =>
    `The image is too small. Use at least ${side} × ${side} pixels.`,
  IMAGE_TOO_LARGE: ({
    side,
    megapixels,
  }: {
    side: number;
    megapixels: number;
  }) =>
    `The image is too large. Use at most ${side} pixels per side and ${megapixels} megapixels.`,
} as const;

export type Rule = keyof typeof RULES;
export type RuleParams<R extends Rule> = ParamsOf<(typeof RULES)[R]>;

/** Returns the name of a rule, checked by the compiler, as the message of a schema: `z.string(rule("NAME_REQUIRED"))`. */
export function rule(name: Rule): Rule {
  return name;
}

export function isRule(text: string): text is Rule {
  return Object.hasOwn(RULES, text);
}
