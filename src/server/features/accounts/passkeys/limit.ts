import { sql } from "drizzle-orm";
import type { UnitOfWork } from "#server/kernel/db/unit-of-work";
import { DomainError } from "#server/kernel/errors";

const PER_PERSON = 20;

/** @param count how many the person has */
export function requireRoomForPasskey(count: number): void {
  if (count >= PER_PERSON) throw full();
}

/** To be called after one more was written. */
export function guardPasskeyLimit(work: UnitOfWork, userId: string): void {
  work.guard(
    sql`(select count(*) from passkeys where user_id = ${userId}) <= ${PER_PERSON}`,
    full,
  );
}

function full(): DomainError {
  return new DomainError("PASSKEY_LIMIT");
}
