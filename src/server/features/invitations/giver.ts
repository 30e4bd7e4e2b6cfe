import { and, eq, isNull } from "drizzle-orm";
import { can, missingToGrant } from "../../../shared/permissions";
import type { TenantDb } from "../../db/tenant";
import type { DomainError } from "../../errors";
import { memberships } from "../members/schema";
import { grantsAsRead, type ReadRole, roleIsAsRead } from "../roles/grants";

/** What lets people in, an invitation or a link, as it was read. */
export interface Gift {
  /** The role that it gives. */
  given: ReadRole;
  giverId: string;
  /** The role of whoever made it; undefined when they are no member any more, or a suspended one. */
  giver: ReadRole | undefined;
}

/** Whether whoever made it could make it today. */
export function mayStillGive({ given, giver }: Gift): boolean {
  if (!giver) return false;
  const held = grantsAsRead(giver);
  return (
    can(held, "invitation:create") &&
    missingToGrant(held, grantsAsRead(given)).length === 0
  );
}

/** Undoes the whole mutation unless giver and gift are what was decided on. */
export function mustStillGive(
  tenant: TenantDb,
  { given, giver, giverId }: Gift,
  otherwise: () => DomainError,
): void {
  tenant.mustExist(
    memberships,
    and(
      eq(memberships.userId, giverId),
      isNull(memberships.suspendedAt),
      giver && eq(memberships.role, giver.role),
    ),
    otherwise,
  );
  for (const role of [given, giver])
    if (role) tenant.must(roleIsAsRead(tenant.orgId, role), otherwise);
}
