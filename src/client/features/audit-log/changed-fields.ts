import { isCutValue } from "#shared/cut-value.ts";
import type { AuditChange } from "./event.ts";
import { fieldLabel } from "./field-labels.ts";

export interface ChangedField {
  name: string;
  label: string;
  before: unknown;
  after: unknown;
}

/** Fields that the details of an event leave out, because the event already shows their values. */
const HIDDEN = new Set(["id", "orgId", "updatedAt"]);

/** For each table, internal fields that the details of an event leave out. */
const HIDDEN_IN: Record<string, ReadonlySet<string>> = {
  subscriptions: new Set(["version", "syncedAt", "customerId"]),
  api_keys: new Set(["expiryNoticeDays", "issuerNoticeSentAt"]),
  service_accounts: new Set(["stewardNoticeSentAt"]),
};

/** Returns the fields whose values differ. For an added or removed row these are the fields that are not empty. */
export function changedFields({
  table,
  before,
  after,
}: AuditChange): ChangedField[] {
  const [was, is] = [flat(before), flat(after)];
  const hidden = HIDDEN_IN[table];
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((name) => ({
      name,
      label: fieldLabel(name),
      before: was.get(name),
      after: is.get(name),
    }))
    .filter(
      (field) => !hidden?.has(field.name) && !isSame(field.before, field.after),
    );
}

// The settings of an organization are one JSON column. Each setting counts as a field of its own.
function flat(row: AuditChange["before"]): Map<string, unknown> {
  const entries = Object.entries(row ?? {}).flatMap(([name, value]) =>
    isRecord(value) ? Object.entries(value) : [[name, value] as const],
  );
  return new Map(entries.filter(([name]) => !HIDDEN.has(name)));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !isCutValue(value)
  );
}

function isSame(before: unknown, after: unknown): boolean {
  return normalized(before) === normalized(after);
}

/** Returns the same text for missing, null and empty values, so that they count as equal. */
function normalized(value: unknown): string {
  return JSON.stringify(value ?? "");
}
