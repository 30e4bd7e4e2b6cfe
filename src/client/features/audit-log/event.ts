import { isId } from "#shared/id.ts";
import { roleLabel } from "#client/session/role-label.ts";
import type { RouterOutputs } from "#sdk/index.ts";

export type AuditEvent = RouterOutputs["audit"]["list"]["items"][number];
export type AuditChange = AuditEvent["changes"][number];
export type Verification = RouterOutputs["audit"]["verify"];

type Row = Record<string, unknown>;

/** Returns the changed row after the event, or before the event if the event removed the row. */
export function rowOf({ before, after }: AuditChange): Row {
  return after ?? before ?? {};
}

/** Returns a field of a row; empty if the field is missing or its value is not a string. */
export function textIn(row: Row | null | undefined, field: string): string {
  const value = row?.[field];
  return typeof value === "string" ? value : "";
}

/** Returns the first change that an event made in the table. */
export function changeOf(
  { changes }: Pick<AuditEvent, "changes">,
  table: string,
): AuditChange | undefined {
  return changes.find((change) => change.table === table);
}

/** Returns the name of a user, a service account or a custom role for its id. */
export type NameOf = (id: string) => string;

/** Returns names as they were at the time of the event: custom roles can be renamed or deleted since. */
export function namesAt(event: Pick<AuditEvent, "roles">, of: NameOf): NameOf {
  const roles = new Map(event.roles.map(({ id, name }) => [id, name]));
  return (id) => (isId("role", id) ? (roles.get(id) ?? roleLabel(id)) : of(id));
}
