import { asc, getTableColumns, sql } from "drizzle-orm";
import { newId } from "#shared/id";
import { type Grants, isRole } from "#shared/permissions";
import { newToken } from "#server/kernel/crypto";
import { type Caller, requireSession } from "#server/core/caller";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { defineQuery } from "#server/kernel/db/tenant-reader";
import { DomainError, invalidField } from "#server/kernel/errors";
import {
  customNameSql,
  requireHeld,
  requireRole,
} from "#server/core/roles/grants";
import { domains } from "./table";
import { type Domain, toDomain } from "./schemas";

const MAX_DOMAINS = 20;

const fields = {
  ...getTableColumns(domains),
  customName: customNameSql(domains),
};

const oldestDomains = defineQuery()((db) =>
  db.select(domains, fields).orderBy(asc(domains.id)),
);

export async function listDomains(db: TenantDb): Promise<Domain[]> {
  const rows = await db.all(oldestDomains, {});
  return rows.map((row) => toDomain(row, db.now));
}

/**
 * Adds an unverified domain to the organization. Several organizations can add the same domain, but the domain belongs
 * to the organization that verifies it.
 */
export async function addDomain(
  db: TenantDb,
  caller: Caller,
  domain: string,
): Promise<Domain> {
  const { requireClaimable } = await import("./claimable");
  requireClaimable(domain);
  db.guard(
    sql`(select count(*) from ${domains} where ${domains.orgId} = ${db.orgId}) < ${MAX_DOMAINS}`,
    () => new DomainError("DOMAIN_LIMIT", { max: MAX_DOMAINS }),
  );
  const row = db.insert(
    domains,
    {
      id: newId("domain"),
      domain,
      challenge: newToken(),
      createdBy: requireSession(caller).user.id,
      createdAt: db.now,
      updatedAt: db.now,
    },
    () => new DomainError("DOMAIN_EXISTS"),
  );
  return toDomain({ ...row, customName: null }, db.now);
}

/**
 * Sets the role that people with an email address at the domain get when they join.
 * @param role null when people cannot join by the domain
 */
export async function setDomainRole(
  db: TenantDb,
  { grants }: Caller,
  id: string,
  role: string | null,
): Promise<Domain> {
  const before = await requireDomain(db, id);
  const customName =
    role === null ? null : await requireJoinRole(db, grants, role);
  const after = db.update(domains, before, { role, updatedAt: db.now });
  return toDomain({ ...after, customName }, db.now);
}

export async function removeDomain(db: TenantDb, id: string): Promise<void> {
  db.remove(domains, await requireDomain(db, id));
}

export async function requireDomain(db: TenantDb, id: string) {
  const found = await db.find(domains, id);
  if (!found) throw new DomainError("NOT_FOUND");
  return found;
}

/** Returns the name of a custom role, or null for a built-in role. */
export async function customRoleName(db: TenantDb, role: string | null) {
  if (role === null || isRole(role)) return null;
  return (await requireRole(db, role)).name;
}

// A role for a domain lets people join without an invitation. So the caller needs the permission to invite and must
// have all permissions of the role.
async function requireJoinRole(db: TenantDb, grants: Grants, role: string) {
  if (role === "admin") throw invalidField("role", "ADMIN_ROLE_NOT_ALLOWED");
  const given = await requireRole(db, role);
  requireHeld(grants, [...given.grants, "invitation:create"]);
  return isRole(role) ? null : given.name;
}
