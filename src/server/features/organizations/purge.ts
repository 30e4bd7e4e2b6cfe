import type { Database } from "#server/kernel/db/client";
import { deleteInPortions } from "#server/kernel/db/portions";
import type { Statement } from "#server/kernel/db/statement";
import { RESTORABLE_MS } from "./deletion";

/** The purge empties these tables in portions before it deletes the row of the organization. */
export const EMPTIED_FIRST = [
  "audit_log",
  "project_favourites",
  "projects",
  "invitations",
  "invitation_links",
  "admin_transfers",
  "access_requests",
  "domains",
  "former_members",
  "api_usage",
  "api_keys",
  "service_accounts",
  "people",
  "memberships",
  "roles",
] as const;

/**
 * Tables without a foreign key to `organizations`, because audit events must outlive the rows that they describe.
 * `purge.test.ts` checks that the list is complete.
 */
export const WITHOUT_FOREIGN_KEY = [
  "audit_log",
  "audit_heads",
  "audit_checkpoints",
  "audit_targets",
] as const;

/** Purges organizations 30 days after their deletion, and continues a purge that was interrupted. */
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
 * Marks organizations for the purge: they stay hidden, cannot be restored, and their slugs are free. `purgeMarked`
 * deletes their rows later. There is no audit event, because the audit log is deleted as well.
 * @param which an SQL condition on `organizations`
 */
export function markForPurge(which: Statement, now: number): Statement[] {
  const unmarked = {
    sql: `purging_since is null and (${which.sql})`,
    args: which.args,
  };
  return [
    // Delete the former slugs first. The next statement changes the slug, which adds a former slug, and a trigger
    // limits the number of former slugs.
    {
      sql: `delete from former_slugs where org_id in (select id from organizations where ${unmarked.sql})`,
      args: unmarked.args,
    },
    {
      // The id replaces the slug. No other organization can have this slug, because an id is not a valid slug.
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
 * Deletes the rows of marked organizations in portions, so that other requests are not delayed. It deletes the mark
 * last, so that the next run continues an interrupted purge and two instances can work on the same organization.
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
