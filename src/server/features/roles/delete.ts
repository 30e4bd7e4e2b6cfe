import { and, eq, isNull } from "drizzle-orm";
import { type Caller, requireRecentSession } from "#server/core/caller";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { together } from "#server/kernel/db/together";
import { DomainError, invalidField } from "#server/kernel/errors";
import { domains } from "#server/features/domains/table";
import { invitations } from "#server/features/invitations/table";
import { invitationLinks } from "#server/features/invitations/links/table";
import { memberships } from "#server/core/memberships/table";
import { adminTransfers } from "#server/features/admin-transfers/table";
import {
  findRole,
  type FoundRole,
  requireHeld,
  roleNotFound,
} from "#server/core/roles/grants";
import { serviceAccounts } from "#server/core/service-accounts/table";
import { momentOfChange } from "#server/kernel/audit/unchanged";
import { roles } from "#server/core/roles/table";
import { addedPermissions, requireCustomRole } from "./service";

/** The largest number of rows that get a replacement role in one batch, because all other writes wait for the batch. */
const MAX_REPLACED = 500;

/**
 * Deletes a custom role. Members, service accounts, invitations, invitation links, domains and admin transfers with this role get the
 * replacement role in the same batch.
 * @throws DomainError ROLE_IN_USE when the role is in use and no replacement is given
 */
export async function deleteRole(
  db: TenantDb,
  caller: Caller,
  id: string,
  replacement: string | undefined,
): Promise<void> {
  const [before, given, inUse] = await together([
    requireCustomRole(db, id),
    replacement === undefined ? undefined : findRole(db, replacement),
    findUses(db, id),
  ]);
  requireHeld(caller.grants, before.permissions);
  if (replacement !== undefined)
    requireReplacement(db, caller, before, { replacement, given });
  if (inUse.length > 0) {
    if (replacement === undefined) throw new DomainError("ROLE_IN_USE");
    if (inUse.length > MAX_REPLACED) throw tooMany(inUse.length);
    for (const replace of inUse) replace(replacement);
  }
  db.remove(roles, before);
}

function requireReplacement(
  db: TenantDb,
  caller: Caller,
  before: typeof roles.$inferSelect,
  { replacement, given }: { replacement: string; given: FoundRole | undefined },
): void {
  if (replacement === before.id)
    throw invalidField("replacement", "ROLE_UNCHANGED");
  if (!given) throw roleNotFound("replacement");
  const { grants } = given;
  requireHeld(caller.grants, grants);
  if (addedPermissions(before.permissions, grants).length > 0)
    requireRecentSession(caller, db.now);
}

type Replace = (role: string) => void;

/** Finds all rows with the role, and returns a function for each row, which gives the row another role. */
async function findUses(db: TenantDb, id: string): Promise<Replace[]> {
  const [held, accounts, pending, links, joined, offers] = await Promise.all([
    db
      .from(memberships)
      .where(eq(memberships.role, id))
      .limit(MAX_REPLACED + 1),
    db.from(serviceAccounts).where(eq(serviceAccounts.role, id)),
    db
      .from(invitations)
      .where(and(eq(invitations.role, id), eq(invitations.status, "pending"))),
    db
      .from(invitationLinks)
      .where(
        and(eq(invitationLinks.role, id), isNull(invitationLinks.revokedAt)),
      ),
    db.from(domains).where(eq(domains.role, id)),
    db
      .from(adminTransfers)
      .where(
        and(
          eq(adminTransfers.roleAfter, id),
          eq(adminTransfers.status, "pending"),
        ),
      ),
  ]);
  return [
    ...held.map(
      (row) => (role: string) => void db.update(memberships, row, { role }),
    ),
    ...accounts.map(
      (row) => (role: string) =>
        void db.update(serviceAccounts, row, {
          role,
          updatedAt: momentOfChange(db.now, row),
        }),
    ),
    ...pending.map(
      (row) => (role: string) => void db.update(invitations, row, { role }),
    ),
    ...links.map((row) => (role: string) => void changeLink(db, row, role)),
    ...joined.map((row) => (role: string) => void changeDomain(db, row, role)),
    ...offers.map(
      (row) => (role: string) =>
        void db.update(adminTransfers, row, { roleAfter: role }),
    ),
  ];
}

/**
 * Gives an invitation link another role. If this is the admin role, the link is revoked, because a link cannot give the
 * admin role.
 */
function changeLink(
  db: TenantDb,
  row: typeof invitationLinks.$inferSelect,
  role: string,
): void {
  const changes = role === "admin" ? { revokedAt: db.now } : { role };
  db.update(invitationLinks, row, changes);
}

/**
 * Gives a domain another role. If this is the admin role, joining by the domain is switched off, because a domain
 * cannot give the admin role.
 */
function changeDomain(
  db: TenantDb,
  row: typeof domains.$inferSelect,
  role: string,
): void {
  db.update(domains, row, {
    role: role === "admin" ? null : role,
    updatedAt: db.now,
  });
}

function tooMany(uses: number): DomainError {
  return new DomainError("ROLE_IN_USE", {
    uses: Math.min(uses, MAX_REPLACED),
    isMore: uses > MAX_REPLACED,
  });
}
