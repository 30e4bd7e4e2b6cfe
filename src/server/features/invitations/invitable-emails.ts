import { and, eq, sql } from "drizzle-orm";
import { emailField } from "#shared/fields";
import { users } from "#server/core/users/table";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { defineQuery } from "#server/kernel/db/tenant-reader";
import { memberships } from "#server/core/memberships/table";
import { invitations } from "./table";
import type { Invited } from "./schemas";

/** Normalizes email addresses and removes duplicates. The result lists invalid addresses in `skipped`. */
export function parseEmails(addresses: readonly string[]) {
  const valid = new Set<string>();
  const skipped: Invited["skipped"] = [];
  for (const address of addresses) {
    const parsed = emailField.safeParse(address);
    if (parsed.success) valid.add(parsed.data);
    else skipped.push({ email: address, reason: "INVALID_EMAIL" });
  }
  return { valid: [...valid], skipped };
}

/** Finds the email addresses that belong to a member or have a pending invitation. */
export async function existingStatusOf(
  db: TenantDb,
  addresses: readonly string[],
) {
  const known = new Map<string, "ALREADY_MEMBER" | "ALREADY_INVITED">();
  for (const email of addresses) {
    const [[live], [member]] = await Promise.all([
      db.all(pendingByEmail, { email }),
      db.all(memberByEmail, { email }),
    ]);
    if (live && live.expiresAt > db.now) known.set(email, "ALREADY_INVITED");
    if (member) known.set(email, "ALREADY_MEMBER");
  }
  return known;
}

const pendingByEmail = defineQuery<{ email: string }>()((db, value) =>
  db
    .from(invitations)
    .where(
      and(
        eq(invitations.email, value("email")),
        sql`${invitations.status} = 'pending'`,
      ),
    ),
);

const memberByEmail = defineQuery<{ email: string }>()((db, value) =>
  db
    .join(memberships, users, eq(users.id, memberships.userId), {
      id: memberships.id,
    })
    .where(eq(users.email, value("email"))),
);

/**
 * Gives an expired invitation the status `expired`, because an organization can have only one pending invitation to an
 * email address.
 */
export async function expireOld(db: TenantDb, email: string): Promise<void> {
  const [old] = await db.all(pendingByEmail, { email });
  if (old && old.expiresAt <= db.now)
    db.update(invitations, old, { status: "expired" });
}
