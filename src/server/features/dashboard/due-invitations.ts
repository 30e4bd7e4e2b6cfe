import { and, desc, eq, lte, isNotNull, or } from "drizzle-orm";
import { users } from "#server/core/users/table";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { defineQuery } from "#server/kernel/db/tenant-reader";
import {
  invitationFields,
  toListedInvitation,
} from "#server/features/invitations/list";
import { invitations } from "#server/features/invitations/table";
import { amongCandidates, countOfAll, dueOf, SHOWN } from "./candidates";
import type { Attention } from "./schemas";

const expiredOrNotSent = defineQuery<{ now: number; limit: number }>()(
  (db, value) =>
    db
      .join(invitations, users, eq(users.id, invitations.invitedBy), {
        ...invitationFields,
        all: countOfAll,
      })
      .where(
        and(
          amongCandidates(
            invitations,
            "c.status = 'pending'",
            "invitations_live",
          ),
          or(
            lte(invitations.expiresAt, value("now")),
            isNotNull(invitations.notSentAt),
          ),
        ),
      )
      .orderBy(desc(invitations.id))
      .limit(value("limit")),
);

/** Lists the pending invitations that have expired or whose mail was not delivered, newest first. */
export async function listDueInvitations(
  db: TenantDb,
): Promise<Attention["invitations"]> {
  const rows = await db.all(expiredOrNotSent, { now: db.now, limit: SHOWN });
  return dueOf(rows, (row) => toListedInvitation(row, db.now));
}
