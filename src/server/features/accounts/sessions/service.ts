import { and, desc, eq, gt, sql } from "drizzle-orm";
import type { Database } from "#server/kernel/db/client";
import { deleteStatement } from "#server/kernel/db/statement";
import type { UnitOfWork } from "#server/kernel/db/unit-of-work";
import { DomainError } from "#server/kernel/errors";
import { sessions } from "#server/core/sessions/table";
import type { SignedIn } from "#server/core/sessions/sessions";
import { toSession } from "./schemas";

export async function listSessions(
  db: Database,
  { user, session }: SignedIn,
  now: number,
) {
  const rows = await db.drizzle
    .select()
    .from(sessions)
    .where(
      and(
        eq(sessions.userId, user.id),
        gt(sessions.idleExpiresAt, now),
        gt(sessions.absoluteExpiresAt, now),
      ),
    )
    .orderBy(desc(sessions.createdAt), desc(sessions.id));
  return rows.map((row) => toSession(row, session.id));
}

export function revokeSession(
  work: UnitOfWork,
  signedIn: SignedIn,
  id: string,
): void {
  guardSignedIn(work, signedIn);
  work.write(deleteStatement(sessions, { id, userId: signedIn.user.id }));
  work.signedOut.add(signedIn.user.id);
  work.guardRowChanged(() => new DomainError("NOT_FOUND"));
}

/** Ends all other sessions of the user, including sessions that started while this call was running. */
export function revokeOtherSessions(
  work: UnitOfWork,
  signedIn: SignedIn,
): void {
  const { user, session } = signedIn;
  guardSignedIn(work, signedIn);
  work.write({
    sql: "delete from sessions where user_id = ? and id <> ?",
    args: [user.id, session.id],
  });
  work.signedOut.add(user.id);
}

/** Guards that the session of the call has not ended. If two sessions end each other in parallel, one of them stays. */
export function guardSignedIn(work: UnitOfWork, { session }: SignedIn): void {
  work.guard(
    sql`exists (select 1 from sessions where id = ${session.id})`,
    () => new DomainError("SIGNED_OUT"),
  );
}
