import { isCutValue } from "#shared/cut-value.ts";
import type { AuditChange } from "./event.ts";
import { fieldLabel } from "./field-labels.ts";

export interface ChangedField {
  name: string;
  label: string;
  before: unknown;
  after: unknown;
}

/** Fields that repeat what the event already shows. */
const HIDDEN = new Set(["id", "orgId", "updatedAt"]);

/** Internal fields, by table. */
const HIDDEN_IN: Record<string, ReadonlySet<string>> = {
  subscriptions: new Set(["version", "syncedAt", "customerId"]),
};

/** The fields that differ. For an added or removed row: the fields that aren't empty. */
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

// Settings are one JSON column; each setting counts as a field.
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

/** Missing, null and empty values are equal. */
function normalized(value: unknown): string {
  return JSON.stringify(value ?? "");
}
