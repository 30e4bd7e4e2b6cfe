import { and, eq, getTableColumns, sql } from "drizzle-orm";
import { newId } from "#shared/id";
import type { Profile } from "#server/core/users/identity-provider";
import { users } from "#server/core/users/table";
import { insertStatement, updateStatement } from "#server/kernel/db/statement";
import type { OnViolation, UnitOfWork } from "#server/kernel/db/unit-of-work";
import { conflictRetry } from "#server/kernel/errors";
import type { AccountCall } from "../account-call";
import { identities } from "./table";

/** The profile of a user at a provider, with the id of the provider. */
export type Identity = Profile & { provider: string };

export function findIdentity(
  { db }: Pick<AccountCall, "db">,
  { issuer, subject }: Pick<Identity, "issuer" | "subject">,
) {
  return db.drizzle
    .select({ id: identities.id, user: getTableColumns(users) })
    .from(identities)
    .innerJoin(users, eq(users.id, identities.userId))
    .where(and(eq(identities.issuer, issuer), eq(identities.subject, subject)))
    .get();
}

/**
 * Links an account at a provider to a user.
 * @param onViolation the error when the account is already linked to a user
 */
export function addIdentity(
  work: UnitOfWork,
  userId: string,
  identity: Pick<Identity, "provider" | "issuer" | "subject" | "label">,
  onViolation: OnViolation,
): void {
  const { provider, issuer, subject, label } = identity;
  work.write(
    insertStatement(identities, {
      id: newId("identity"),
      userId,
      provider,
      issuer,
      subject,
      label,
      createdAt: work.now,
      lastUsedAt: work.now,
    }),
    onViolation,
  );
}

/** Stores the use of a linked account. If it was unlinked or its user suspended, the call is retried. */
export function recordIdentityUse(
  { work }: Pick<AccountCall, "work">,
  { id, user }: { id: string; user: { id: string } },
): void {
  const conflict = conflictRetry;
  const lastUsedAt = work.now;
  work.write(updateStatement(identities, { lastUsedAt }, { id }));
  work.guardRowChanged(conflict);
  work.guard(
    sql`exists (select 1 from users where id = ${user.id} and suspended_at is null)`,
    conflict,
  );
}
