import { sql } from "drizzle-orm";
import { updateStatement } from "#server/kernel/db/statement";
import type { UnitOfWork } from "#server/kernel/db/unit-of-work";
import { DomainError } from "#server/kernel/errors";
import { users } from "./table";
import type { User } from "./user";

type Addressee = Pick<User, "id" | "email" | "emailVerifiedAt">;

/**
 * Requires that the user's email address is verified, and guards this in the batch. Invitations and verified domains
 * are meant for the owner of the mailbox.
 * @throws DomainError EMAIL_NOT_VERIFIED
 */
export function guardVerifiedEmail(work: UnitOfWork, user: Addressee): void {
  if (user.emailVerifiedAt === null) throw notVerified();
  work.guard(
    sql`exists (select 1 from users where id = ${user.id} and email = ${user.email} and email_verified_at is not null)`,
    notVerified,
  );
}

/** Marks the email address as verified, after a token from a mail proved that the user can read the mailbox. */
export function markEmailVerified(work: UnitOfWork, user: Addressee): void {
  if (user.emailVerifiedAt !== null) return;
  const { id, email } = user;
  const emailVerifiedAt = work.now;
  work.write(updateStatement(users, { emailVerifiedAt }, { id, email }));
}

export function notVerified(): DomainError {
  return new DomainError("EMAIL_NOT_VERIFIED");
}
