import { and, eq, sql } from "drizzle-orm";
import { emailField } from "#shared/fields";
import { users } from "#server/core/users/table";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { together } from "#server/kernel/db/together";
import { defineQuery } from "#server/kernel/db/tenant-reader";
import { memberships } from "#server/core/memberships/table";
import { invitations } from "./table";
import type { Invited, Invitee } from "./schemas";

/**
 * Normalizes email addresses. An address that is given several times gets its first role. The result lists invalid
 * addresses in `skipped`.
 */
export function parseInvitees(invitees: readonly Invitee[]) {
  const valid = new Map<string, Invitee>();
  const skipped: Invited["skipped"] = [];
  for (const { email, role } of invitees) {
    const parsed = emailField.safeParse(email);
    if (!parsed.success) skipped.push({ email, reason: "INVALID_EMAIL" });
    else if (!valid.has(parsed.data))
      valid.set(parsed.data, { email: parsed.data, role });
  }
  return { valid: [...valid.values()], skipped };
}

/** What an organization already knows of an email address. */
interface KnownAddress extends Invitee {
  /** Why the address cannot be invited; undefined if it can. */
  reason: "ALREADY_MEMBER" | "ALREADY_INVITED" | undefined;
  /** An expired invitation that still has the status `pending`. */
  ended: typeof invitations.$inferSelect | undefined;
}

/** Finds out which email addresses belong to a member or have a pending invitation. */
export async function readAddresses(
  db: TenantDb,
  invitees: readonly Invitee[],
): Promise<KnownAddress[]> {
  return together(invitees.map((invitee) => readAddress(db, invitee)));
}

async function readAddress(
  db: TenantDb,
  { email, role }: Invitee,
): Promise<KnownAddress> {
  const [[pending], [member]] = await together([
    db.all(pendingByEmail, { email }),
    db.all(memberByEmail, { email }),
  ]);
  const isLive = pending && pending.expiresAt > db.now;
  return {
    email,
    role,
    reason: member ? "ALREADY_MEMBER" : isLive ? "ALREADY_INVITED" : undefined,
    ended: isLive ? undefined : pending,
  };
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
export function expireOld(db: TenantDb, { ended }: KnownAddress): void {
  if (ended) db.update(invitations, ended, { status: "expired" });
}
