import { eq, sql } from "drizzle-orm";
import { isCutValue } from "#shared/cut-value";
import { isId } from "#shared/id";
import { BUILT_IN_ROLES, isRole } from "#shared/permissions";
import { memberships } from "#server/core/memberships/table";
import { users } from "#server/core/users/table";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { defineQuery } from "#server/kernel/db/tenant-reader";
import type { AuditEvent } from "./schemas";

type AuditChange = AuditEvent["changes"][number];
type Row = Record<string, unknown>;

/** Returns the name of a member for the id of the user; the id itself of other users. */
export type NameOf = (userId: string) => string;

/** Fields without a meaning for a reader: they repeat the event, or belong to the program. */
const LEFT_OUT = new Set(["id", "orgId", "createdAt", "updatedAt", "nameFold"]);
const LONGEST_VALUE = 80;

const membersNamed = defineQuery<{ ids: string }>()((db, value) =>
  db
    .join(memberships, users, eq(users.id, memberships.userId), {
      id: users.id,
      name: users.name,
    })
    .where(
      sql`${memberships.userId} in (select value from json_each(${value("ids")}))`,
    ),
);

/** Reads the names of the members that the events mention. */
export async function readNames(
  db: TenantDb,
  events: readonly AuditEvent[],
): Promise<NameOf> {
  const ids = new Set(
    events.flatMap(({ changes }) => changes.flatMap(usersIn)),
  );
  if (ids.size === 0) return (id) => id;
  const rows = await db.all(membersNamed, { ids: JSON.stringify([...ids]) });
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? id;
}

/** Names the rows that an event changed: `member Ben Ito; project Website`. */
export function targetOf({ changes }: AuditEvent, nameOf: NameOf): string {
  return changes.map((change) => nameOfRow(change, nameOf)).join("; ");
}

/**
 * Describes an event for a reader of the CSV file, in English: `Ana changed member Ben Ito: role Member → Viewer`.
 */
export function summaryOf(event: AuditEvent, nameOf: NameOf): string {
  const actor = event.actor.name ?? event.actor.id ?? "System";
  const changes = event.changes.map((change) =>
    describeChange(change, event, nameOf),
  );
  return `${actor} ${changes.join("; ") || event.action}`;
}

function describeChange(
  change: AuditChange,
  event: AuditEvent,
  nameOf: NameOf,
): string {
  const { before, after } = change;
  const target = nameOfRow(change, nameOf);
  if (!before) return `added ${target}`;
  if (!after) return `removed ${target}`;
  const fields = Object.keys({ ...before, ...after }).filter(
    (field) =>
      !LEFT_OUT.has(field) &&
      JSON.stringify(before[field] ?? "") !==
        JSON.stringify(after[field] ?? ""),
  );
  const inWords = fields.map(
    (field) =>
      `${field} ${valueInWords(before[field], event, nameOf)} → ${valueInWords(after[field], event, nameOf)}`,
  );
  return `changed ${target}${inWords.length > 0 ? `: ${inWords.join(", ")}` : ""}`;
}

function nameOfRow(
  { table, id, before, after }: AuditChange,
  nameOf: NameOf,
): string {
  const row: Row = after ?? before ?? {};
  const name = [row.name, row.email, row.domain].find(
    (value) => typeof value === "string" && value !== "",
  );
  const userId = row.userId ?? row.toUserId;
  const shown =
    name ?? (typeof userId === "string" ? nameOf(userId) : undefined) ?? id;
  return `${KINDS[table] ?? table} ${String(shown)}`;
}

const KINDS: Record<string, string> = {
  access_requests: "access request of",
  admin_transfers: "admin transfer to",
  api_keys: "API key",
  domains: "domain",
  invitation_links: "invitation link",
  invitations: "invitation",
  memberships: "member",
  organizations: "organization",
  projects: "project",
  roles: "role",
  service_accounts: "service account",
  subscriptions: "subscription",
};

function valueInWords(value: unknown, event: AuditEvent, nameOf: NameOf) {
  if (value === null || value === undefined || value === "") return "(empty)";
  if (isCutValue(value)) return `${value.beginning}…`;
  if (typeof value !== "string") return cut(JSON.stringify(value));
  if (isId("user", value)) return nameOf(value);
  if (isRole(value)) return BUILT_IN_ROLES[value].label;
  return cut(event.roles.find(({ id }) => id === value)?.name ?? value);
}

function cut(text: string): string {
  const characters = [...text];
  return characters.length > LONGEST_VALUE
    ? `${characters.slice(0, LONGEST_VALUE).join("")}…`
    : text;
}

function usersIn({ before, after }: AuditChange): string[] {
  return [...Object.values(before ?? {}), ...Object.values(after ?? {})].filter(
    (value): value is string =>
      typeof value === "string" && isId("user", value),
  );
}
