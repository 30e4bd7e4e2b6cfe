import { isRole } from "#shared/permissions.ts";
import { PLAN_NAMES, PLANS } from "#shared/plans.ts";
import { formatExact } from "#client/lib/formats/time.ts";
import { roleLabel } from "#client/session/role-label.ts";
import type { NameOf } from "./event.ts";
import { texts as libTexts } from "#client/lib/texts.ts";
import { texts as wordsTexts } from "./words/texts.ts";

/** Fields of changed rows that hold the ids of users and service accounts. */
const USER_FIELDS = new Set([
  "userId",
  "invitedBy",
  "acceptedBy",
  "createdBy",
  "ownerId",
  "fromUserId",
  "toUserId",
  "issuedBy",
  "stewardId",
  "serviceAccountId",
  "createdByAccount",
  "invitedByAccount",
]);

/** Fields of changed rows that hold the ids of roles. */
const ROLE_FIELDS = new Set(["role", "roleAfter", "basedOn"]);

/** Turns a column or table name into words: `twoFactorRequiredFrom` becomes "Two factor required from". */
export function columnInWords(name: string): string {
  const words = name
    .replaceAll("_", " ")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function fieldLabel(field: string): string {
  const settings: Record<string, { label: string }> = libTexts().settings;
  const labels: Record<string, string> = wordsTexts().fields;
  return settings[field]?.label ?? labels[field] ?? columnInWords(field);
}

/** Returns a stored value in words; `""` for an empty value. */
export function valueInWords(
  field: string,
  value: unknown,
  nameOf: NameOf,
): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return numberInWords(field, value);
  if (typeof value === "boolean")
    return value ? wordsTexts().values.yes : wordsTexts().values.no;
  if (isTexts(value)) return value.join(", ");
  if (typeof value !== "string") return JSON.stringify(value);
  if (USER_FIELDS.has(field)) return nameOf(value);
  if (ROLE_FIELDS.has(field))
    return isRole(value) ? roleLabel(value) : nameOf(value);
  if (field === "plan") return planLabel(value);
  if (field === "status") return statusInWords(value);
  return value;
}

// A number is a time in milliseconds since 1970 if the name of its column ends with `At`, `From`, `Until`, `On` or
// `Since`.
function numberInWords(field: string, value: number): string {
  const isMoment = /(At|From|Until|On|Since)$/.test(field);
  return isMoment ? formatExact(new Date(value)) : String(value);
}

function isTexts(value: unknown): value is string[] {
  return (
    Array.isArray(value) && value.every((item) => typeof item === "string")
  );
}

function planLabel(value: string): string {
  const plan = PLAN_NAMES.find((name) => name === value);
  return plan ? PLANS[plan].label : value;
}

function statusInWords(status: string): string {
  const values: Record<string, string> = wordsTexts().values;
  return values[status] ?? columnInWords(status);
}
