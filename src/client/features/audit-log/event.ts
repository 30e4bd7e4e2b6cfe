import type { RouterOutputs } from "#sdk/index.ts";

export type AuditEvent = RouterOutputs["audit"]["list"]["items"][number];
export type AuditChange = AuditEvent["changes"][number];
export type Verification = RouterOutputs["audit"]["verify"];

type Row = Record<string, unknown>;

/** The row after the event, or before it if the event removed the row. */
export function rowOf({ before, after }: AuditChange): Row {
  return after ?? before ?? {};
}

/** A field of a row as text; empty if it is missing or no text. */
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

/** Returns a user's name for their id. */
export type NameOf = (userId: string) => string;
