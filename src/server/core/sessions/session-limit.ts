import type { UnitOfWork } from "#server/kernel/db/unit-of-work";

/** The maximum number of sessions of a user. */
export const MAX_SESSIONS = 20;

/** Ends the least recently used sessions of a user if a new session would exceed the limit. */
export function makeRoomForSession(work: UnitOfWork, userId: string): void {
  work.write({
    sql: `delete from sessions where user_id = ?1 and id not in (
      select id from sessions where user_id = ?1
      order by last_seen_at desc, created_at desc, id desc limit ?2)`,
    args: [userId, MAX_SESSIONS - 1],
  });
  work.signedOut.add(userId);
}
