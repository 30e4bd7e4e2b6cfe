import { and, asc, inArray, sql } from "drizzle-orm";
import { isId } from "#shared/id";
import { roles } from "#server/core/roles/table";
import { auditLog } from "#server/kernel/audit/table";
import type { TenantDb } from "#server/kernel/db/tenant-db";

type EventRow = Pick<typeof auditLog.$inferSelect, "seq" | "changes">;

export interface NamedRole {
  id: string;
  name: string;
}

/** The largest number of changes of roles that are read to find the names of roles at the time of older events. */
const MAX_CHANGES = 500;

/**
 * Returns a function that names the custom roles in an event, as they were named at the time of the event: the name
 * before the first later change of the role, or the present name if the role has not changed since. A log keeps later
 * events at least as long as earlier ones, so that it also names roles that were renamed or deleted.
 */
export async function nameRoles(
  db: TenantDb,
  events: readonly EventRow[],
): Promise<(event: EventRow) => NamedRole[]> {
  const ids = new Set(events.flatMap(rolesIn));
  if (ids.size === 0) return () => [];
  const first = Math.min(...events.map(({ seq }) => seq));
  const [present, changes] = await Promise.all([
    db
      .select(roles, { id: roles.id, name: roles.name })
      .where(inArray(roles.id, [...ids])),
    changesSince(db, first),
  ]);
  const presentNames = new Map(present.map(({ id, name }) => [id, name]));
  const nameAt = (id: string, seq: number) =>
    changes.find((change) => change.id === id && change.seq >= seq)?.name ??
    presentNames.get(id);
  return (event) =>
    rolesIn(event).flatMap((id) => {
      const name = nameAt(id, event.seq);
      return name === undefined ? [] : { id, name };
    });
}

/** Returns the ids of the custom roles that the changed rows have. A row of the table of roles names itself. */
function rolesIn({ changes }: EventRow): string[] {
  const values = changes
    .filter(({ table }) => table !== "roles")
    .flatMap(({ before, after }) => [
      ...Object.values(before ?? {}),
      ...Object.values(after ?? {}),
    ]);
  return [...new Set(values.filter(isRoleId))];
}

function isRoleId(value: unknown): value is string {
  return typeof value === "string" && isId("role", value);
}

/** Reads the ids and former names of the roles that were changed or deleted from an event on, oldest change first. */
function changesSince(db: TenantDb, seq: number) {
  return (
    db
      .select(auditLog, {
        seq: auditLog.seq,
        id: beforeChange("id"),
        name: beforeChange("name"),
      })
      // The plus sign keeps SQLite from reading all later events by their number instead of using the index by action.
      .where(
        and(
          inArray(auditLog.action, ["roles.update", "roles.delete"]),
          sql`+${auditLog.seq} >= ${seq}`,
        ),
      )
      .orderBy(asc(auditLog.seq))
      .limit(MAX_CHANGES)
  );
}

function beforeChange(field: "id" | "name") {
  return sql<string>`(select json_extract(value, ${`$.before.${field}`}) from json_each(${auditLog.changes}) where json_extract(value, '$.table') = 'roles')`;
}
