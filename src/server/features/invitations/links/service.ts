import { sql } from "drizzle-orm";
import { newId } from "#shared/id";
import { isRole } from "#shared/permissions";
import { hashToken, newToken } from "#server/kernel/crypto";
import { type Caller, requireSession } from "#server/core/caller";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { DomainError, invalidField } from "#server/kernel/errors";
import { requireHeld, requireRole } from "#server/core/roles/grants";
import { liveLinks, newestLinks, statusNow } from "./lookup";
import { invitationLinks } from "./table";
import { type Link, toLink } from "./schemas";

const DAY_MS = 24 * 60 * 60 * 1000;
/** The largest number of usable invitation links of an organization. */
export const MAX_LINKS = 20;

export interface NewLink {
  role: string;
  maxUses?: number | null | undefined;
  domains?: string[] | undefined;
  expiresInDays: number;
}

/** Lists the invitation links that were not revoked, newest first. */
export async function listLinks(db: TenantDb): Promise<Link[]> {
  const rows = await db.all(newestLinks, {});
  return rows.map((row) =>
    toLink(row, row, row.makerName, statusNow(row, db.now)),
  );
}

/** @returns the link with its URL; the database stores only a hash of the token in the URL */
export async function createLink(
  db: TenantDb,
  caller: Caller,
  { role, maxUses = null, domains = [], expiresInDays }: NewLink,
): Promise<Link & { url: string }> {
  const { grants: held, links } = caller;
  const { user } = requireSession(caller);
  if (role === "admin") throw invalidField("role", "ADMIN_ROLE_NOT_ALLOWED");
  const { name, grants } = await requireRole(db, role);
  requireHeld(held, grants);
  db.guard(
    sql`${liveLinks(db.orgId, db.now)} < ${MAX_LINKS}`,
    () => new DomainError("LINK_LIMIT", { max: MAX_LINKS }),
  );
  const token = newToken();
  const row = db.insert(invitationLinks, {
    id: newId("link"),
    role,
    tokenHash: hashToken(token),
    maxUses,
    domains: [...new Set(domains)],
    createdBy: user.id,
    expiresAt: db.now + expiresInDays * DAY_MS,
    createdAt: db.now,
  });
  const customName = isRole(role) ? null : name;
  const link = toLink(row, { customName }, user.name, "live");
  return { ...link, url: links.join(token) };
}

/** Revokes an invitation link. Members who joined by the link stay members. */
export async function revokeLink(db: TenantDb, id: string): Promise<void> {
  const before = await db.find(invitationLinks, id);
  if (!before || before.revokedAt !== null) throw new DomainError("NOT_FOUND");
  // A user may have joined by the link since it was read. The number of uses does not matter for this change.
  db.update(invitationLinks, before, { revokedAt: db.now });
}
