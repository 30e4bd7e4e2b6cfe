import { sql } from "drizzle-orm";
import type { UnitOfWork } from "#server/kernel/db/unit-of-work";
import { DomainError } from "#server/kernel/errors";

const MAX_PASSKEYS = 20;

/** @throws DomainError `PASSKEY_LIMIT` */
export function requireRoomForPasskey(count: number): void {
  if (count >= MAX_PASSKEYS) throw limitReached();
}

/** Adds a guard for the maximum number of passkeys to the batch. Call this function after the insert. */
export function guardPasskeyLimit(work: UnitOfWork, userId: string): void {
  work.guard(
    sql`(select count(*) from passkeys where user_id = ${userId}) <= ${MAX_PASSKEYS}`,
    limitReached,
  );
}

function limitReached(): DomainError {
  return new DomainError("PASSKEY_LIMIT", { max: MAX_PASSKEYS });
}
