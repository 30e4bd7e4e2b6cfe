import type { Database } from "#server/kernel/db/client";
import { deleteInPortions } from "#server/kernel/db/portions";
import type { Statement } from "#server/kernel/db/statement";

/** How the rows of an organization go: many of a table in portions, then the rest with its own row, which is small then. */
export const EMPTIED_FIRST = [
  "audit_log",
  "projects",
  "invitations",
  "invitation_links",
  "admin_transfers",
  "domains",
  "former_members",
  "memberships",
  "roles",
] as const;

/**
 * The tables of organizations that are not emptied by their foreign key: what happened, and its chain, outlive the
 * rows they tell of. `purge.test.ts` asks the database for others.
 */
export const WITHOUT_FOREIGN_KEY = [
  "audit_log",
  "audit_heads",
  "audit_checkpoints",
] as const;

/**
 * Marks organizations to be removed for good, with every row of them. From then on they are hidden, cannot be restored,
 * and their addresses are free; `purgeMarked` removes the rows. Nothing is recorded, since their audit logs go, too.
 * @param which SQL on the organization alone: which ones may be purged
 */
export function markForPurge(which: Statement, now: number): Statement[] {
  const unmarked = {
    sql: `purging_since is null and (${which.sql})`,
    args: which.args,
  };
  return [
    // First the former slugs: an organization that holds five of them can take no other.
    {
      sql: `delete from former_slugs where org_id in (select id from organizations where ${unmarked.sql})`,
      args: unmarked.args,
    },
    {
      // An id is no slug: no other organization has it.
      sql: `update organizations set slug = id, deleted_at = coalesce(deleted_at, ?), purging_since = ?
        where ${unmarked.sql}`,
      args: [now, now, ...unmarked.args],
    },
    {
      sql: "delete from former_slugs where org_id in (select id from organizations where purging_since is not null)",
      args: [],
    },
  ];
}

/**
 * Removes what is marked, in portions that let other requests be answered. The mark goes last: a run that was ended in
 * between is continued by the next one, and two instances may work on the same organization.
 */
export async function purgeMarked(
  client: Database["client"],
  signal?: AbortSignal,
): Promise<void> {
  const { rows } = await client.execute(
    "select id from organizations where purging_since is not null",
  );
  for (const { id } of rows) await purge(client, String(id), signal);
}

async function purge(
  client: Database["client"],
  orgId: string,
  signal?: AbortSignal,
): Promise<void> {
  const condition = { sql: "org_id = ?", args: [orgId] };
  for (const table of EMPTIED_FIRST)
    await deleteInPortions(client, table, condition, signal);
  if (signal?.aborted) return;
  await client.batch(
    [
      { sql: "delete from organizations where id = ?", args: [orgId] },
      ...WITHOUT_FOREIGN_KEY.map((table) => ({
        sql: `delete from ${table} where org_id = ?`,
        args: [orgId],
      })),
    ],
    "write",
  );
}
