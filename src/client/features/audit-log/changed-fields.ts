import { isCutValue } from "#shared/cut-value.ts";
import type { AuditChange } from "./event.ts";
import { labelOf } from "./field-words.ts";

export interface ChangedField {
  name: string;
  label: string;
  before: unknown;
  after: unknown;
}

/** What says where a row belongs or when it was touched, which the event says already. */
const HIDDEN = new Set(["id", "orgId", "updatedAt"]);

/** What is there for the program alone. */
const HIDDEN_IN: Record<string, ReadonlySet<string>> = {
  subscriptions: new Set(["version", "syncedAt", "customerId"]),
};

/** The fields in which a row differs; of a new row or a removed one, those that hold something. */
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
      label: labelOf(name),
      before: was.get(name),
      after: is.get(name),
    }))
    .filter(
      (field) => !hidden?.has(field.name) && !isSame(field.before, field.after),
    );
}

// Settings are one column with a field for each of them.
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
  return stated(before) === stated(after);
}

/** Nothing is nothing, whether it is missing, null or empty. */
function stated(value: unknown): string {
  return JSON.stringify(value ?? "");
}
