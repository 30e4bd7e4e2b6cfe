import type { InValue, Row } from "@libsql/client";
import { PERMISSIONS } from "#shared/permissions";
import type { Database } from "#server/kernel/db/client";
import { tenantTableNames } from "../kit/snapshot";

interface Grown {
  from: { orgId: string; except: readonly { id: string; email: string }[] };
  into: string;
}

/** These tables are copied first, because other tables refer to them. */
const FIRST = ["roles", "memberships", "service_accounts", "projects"];
/** Triggers add the rows of these tables. */
const BY_TRIGGER = ["audit_targets", "people"];
const LONG_AGO_MS = 40 * 24 * 60 * 60 * 1000;

/**
 * Copies every row of one organization into another organization, with the same ids, users, roles and times. Texts
 * differ, roles have more permissions, memberships are older, and past events are added.
 *
 * A query that does not filter by organization then counts rows twice or finds the copies first. Memberships and
 * invitations of the `except` users are not copied.
 */
export async function copyTenantRows(
  { client }: Pick<Database, "client">,
  tables: readonly string[],
  { from, into }: Grown,
): Promise<void> {
  const copied = tables.filter((table) => !BY_TRIGGER.includes(table));
  const ordered = copied.toSorted(
    (a, b) => Number(FIRST.includes(b)) - Number(FIRST.includes(a)),
  );
  let rowid = 0;
  for (const table of ordered) {
    const unique = await columnsUniqueEverywhere({ client }, table);
    const { rows } = await client.execute({
      sql: `select * from "${table}" where org_id = ?`,
      args: [from.orgId],
    });
    const copies = rows
      .filter((row) => !from.except.some((user) => isOwn(table, row, user)))
      .map((row) => withoutOwner(row, from.except))
      .flatMap((row) => copiesOf(table, row, unique));
    for (const copy of copies)
      // Use smaller rowids than SQLite assigns, so that a table scan finds the copies first.
      await client.execute(
        insertion(table, { ...copy, org_id: into, rowid: --rowid }),
      );
  }
}

/** Whether the row is a membership of the user or an invitation to the user. */
function isOwn(table: string, row: Row, user: { id: string; email: string }) {
  if (table === "memberships") return row.user_id === user.id;
  return table === "invitations" && row.email === user.email;
}

/** A project has no owner in an organization of which its owner is not a member. */
function withoutOwner(row: Row, except: readonly { id: string }[]): Values {
  return except.some(({ id }) => id === row.owner_id)
    ? { ...row, owner_id: null }
    : { ...row };
}

type Values = Record<string, InValue>;

function copiesOf(table: string, row: Values, unique: Set<string>): Values[] {
  const copy: Values = { ...row };
  for (const [name, value] of Object.entries(copy))
    if (unique.has(name) || name === "name" || name === "description")
      copy[name] = `${String(value)} copy`;
  if (table === "roles")
    return [{ ...copy, permissions: JSON.stringify(PERMISSIONS) }];
  if (table === "memberships") return [{ ...copy, joined_at: 0 }];
  if (table !== "audit_log") return [copy];
  // Number the copies after the existing events of the organization. The past copies also need consecutive numbers.
  const seq = 1_000_000 + Number(row.seq);
  const past = { ...copy, id: `${String(row.id)} past`, seq: seq - 500_000 };
  return [
    { ...past, at: Number(row.at) - LONG_AGO_MS },
    { ...copy, seq },
  ];
}

function insertion(table: string, values: Values) {
  const names = Object.keys(values).map((name) => `"${name}"`);
  const marks = names.map(() => "?");
  return {
    sql: `insert or replace into "${table}" (${names.join(", ")}) values (${marks.join(", ")})`,
    args: Object.values(values),
  };
}

/** Returns the columns whose values must be unique across all organizations. */
async function columnsUniqueEverywhere(
  { client }: Pick<Database, "client">,
  table: string,
): Promise<Set<string>> {
  const { rows } = await client.execute({
    sql: `select i.name as index_name, c.name as column_name from pragma_index_list(?) as i, pragma_index_info(i.name) as c
      where i."unique" = 1 order by c.seqno`,
    args: [table],
  });
  const indexes = Map.groupBy(rows, ({ index_name }) => String(index_name));
  const alone = [...indexes.values()]
    .map((columns) => columns.map(({ column_name }) => String(column_name)))
    .filter((columns) => !columns.includes("org_id"));
  return new Set(alone.flat());
}

/** Counts the rows of the organization in each table that belongs to organizations. */
export async function rowsOf(
  db: Database,
  orgId: string,
): Promise<Record<string, number>> {
  const counted: Record<string, number> = {};
  for (const table of await tenantTableNames(db)) {
    const { rows } = await db.client.execute({
      sql: `select count(*) from "${table}" where org_id = ?`,
      args: [orgId],
    });
    counted[table] = Number(rows[0]?.[0]);
  }
  return counted;
}
