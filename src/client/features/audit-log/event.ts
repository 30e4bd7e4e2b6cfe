import type { RouterOutputs } from "#sdk/index.ts";

export type AuditEvent = RouterOutputs["audit"]["list"]["items"][number];
export type AuditChange = AuditEvent["changes"][number];
export type Verification = RouterOutputs["audit"]["verify"];

type Row = Record<string, unknown>;

/** What a changed row is after the event, or was before it was removed. */
export function rowOf({ before, after }: AuditChange): Row {
  return after ?? before ?? {};
}

/** A field of a row as text; empty for what is not there. */
export function textIn(row: Row | null | undefined, field: string): string {
  const value = row?.[field];
  return typeof value === "string" ? value : "";
}

/** The first change of a table's row. */
export function changeOf(
  { changes }: Pick<AuditEvent, "changes">,
  table: string,
): AuditChange | undefined {
  return changes.find((change) => change.table === table);
}

/** Finds a person's name by their id. */
export type NameOf = (userId: string) => string;
