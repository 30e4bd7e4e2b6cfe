import type { UnitOfWork } from "../../db/unit-of-work";

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
 * Removes an organization for good, with every row of it. Whether that may be is the caller's to guard; nothing of it
 * is recorded, since its audit log goes, too.
 */
export function purgeOrganization(
  work: Pick<UnitOfWork, "write">,
  orgId: string,
): void {
  // First the organization: its last admin, and what is append-only, go only once it is gone.
  work.write({ sql: "delete from organizations where id = ?", args: [orgId] });
  for (const table of WITHOUT_FOREIGN_KEY)
    work.write({ sql: `delete from ${table} where org_id = ?`, args: [orgId] });
}
