import type { Database } from "#server/kernel/db/client";
import { deleteInPortions } from "#server/kernel/db/portions";
import type { Statement } from "#server/kernel/db/statement";
import { RESTORABLE_MS } from "./deletion";

/** Tables that are emptied in portions before the row of the organization is deleted. */
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
 * Tables without a foreign key to organizations, because the audit log must outlive the rows it describes.
 * `purge.test.ts` checks that the list is complete.
 */
export const WITHOUT_FOREIGN_KEY = [
  "audit_log",
  "audit_heads",
  "audit_checkpoints",
] as const;

/** Deletes organizations for good 30 days after their deletion, and continues what an interrupted run left. */
export async function purgeDeleted(
  { client }: Pick<Database, "client">,
  now: number,
  signal?: AbortSignal,
): Promise<void> {
  const isExpired = { sql: "deleted_at <= ?", args: [now - RESTORABLE_MS] };
  await client.batch(markForPurge(isExpired, now), "write");
  await purgeMarked(client, signal);
}

/**
 * Marks organizations for the purge. From then on they are hidden, cannot be restored, and their slugs are free;
 * `purgeMarked` deletes the rows. There is no audit event, because the audit log is deleted as well.
 * @param which an SQL condition on `organizations`
 */
export function markForPurge(which: Statement, now: number): Statement[] {
  const unmarked = {
    sql: `purging_since is null and (${which.sql})`,
    args: which.args,
  };
  return [
    // Former slugs go first: a trigger limits them, and the next statement changes the slug.
    {
      sql: `delete from former_slugs where org_id in (select id from organizations where ${unmarked.sql})`,
      args: unmarked.args,
    },
    {
      // An id is never a valid slug, so it is free.
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
 * Deletes marked organizations in portions, so that other requests are not delayed. The mark is deleted last: the next
 * run continues an interrupted one, and two instances can work on the same organization.
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
