import { can } from "#shared/permissions";
import type { Caller } from "#server/core/caller";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { toPage } from "#server/kernel/inputs";
import { openRequests, openRequestsOf, toRequest } from "./lookup";

/** Lists the open requests, newest first: all for members who can change roles, otherwise only the caller's own. */
export async function listRequests(
  db: TenantDb,
  { id: userId, grants }: Pick<Caller, "id" | "grants">,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
) {
  const window = {
    now: db.now,
    cursor: cursor ?? "acr_~",
    limit: limit + 1,
  };
  const rows = can(grants, "member:update")
    ? await db.all(openRequests, window)
    : await db.all(openRequestsOf, { ...window, userId });
  return toPage(rows, limit, (row) => row.id, toRequest);
}
