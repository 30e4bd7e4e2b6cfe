import { and, eq, getTableColumns, gt, isNull, sql } from "drizzle-orm";
import { hashToken } from "#server/kernel/crypto";
import { deleteStatement, updateStatement } from "#server/kernel/db/statement";
import { DomainError } from "#server/kernel/errors";
import { recordFormerAddress } from "#server/features/members/former-members";
import { emailChangedMail } from "./mail";
import type { AccountCall } from "../account-call";
import { passwordResets, users } from "#server/core/users/table";
import type { SignedIn } from "#server/core/sessions/sessions";
import { toUser, type UserOutput } from "../user";
import { findCurrentSession } from "../sessions/current-session";
import { renewSession } from "../sessions/start-session";
import { signInChallenges } from "#server/core/users/two-factor-table";
import { emailChanges } from "./table";

/**
 * Sets the address that the token was mailed to, and renews the session. The token proves the mailbox and the session
 * proves the account: without the session, an attacker could make the owner of a mailbox add its address to the
 * attacker's account.
 * @throws DomainError `VERIFICATION_INVALID`, or `SIGN_IN_FIRST` if the user who requested the change is not signed in;
 * the token then stays valid
 */
export async function confirmEmail(
  ctx: AccountCall,
  token: string,
): Promise<{ user: UserOutput }> {
  // The session is read before the token, because a parallel call with the same token renews the session. So the second
  // call reports a used token, not a missing session.
  const current = await findCurrentSession(ctx);
  const change = await findChange(ctx, hashToken(token));
  if (!change) throw invalid();
  const { user, email, id } = change;
  if (current?.user.id !== user.id) throw new DomainError("SIGN_IN_FIRST");
  ctx.work.write(deleteStatement(emailChanges, { id }));
  ctx.work.guardRowChanged(invalid);
  ctx.work.guard(
    sql`exists (select 1 from users where id = ${user.id} and suspended_at is null)`,
    invalid,
  );
  const addressHash = await ctx.services.hashAddress(user.email);
  recordFormerAddress(ctx.work, { userId: user.id, addressHash });
  // Two users may confirm the same address. Addresses are unique, so the second of these updates fails.
  const emailVerifiedAt = ctx.work.now;
  const changes = { email, emailVerifiedAt };
  ctx.work.write(updateStatement(users, changes, { id: user.id }), invalid);
  revokePendingCredentials(ctx, current);
  await renewSession(ctx, current);
  const after = toUser({ ...user, email, emailVerifiedAt });
  if (email === user.email) return { user: after };
  const { now: at } = ctx.work;
  await ctx.post(emailChangedMail({ to: user.email, newEmail: email, at }), {
    kind: "notice",
  });
  return { user: after };
}

function findChange({ db, services }: AccountCall, tokenHash: string) {
  return db.drizzle
    .select({
      id: emailChanges.id,
      email: emailChanges.email,
      user: getTableColumns(users),
    })
    .from(emailChanges)
    .innerJoin(users, eq(users.id, emailChanges.userId))
    .where(
      and(
        eq(emailChanges.tokenHash, tokenHash),
        gt(emailChanges.expiresAt, services.now()),
        isNull(users.suspendedAt),
      ),
    )
    .get();
}

/** Ends the other sessions and the pending sign-ins of the user, and deletes the mailed links that are still valid. */
function revokePendingCredentials(
  { work }: AccountCall,
  { user: { id: userId }, session }: SignedIn,
): void {
  for (const table of [passwordResets, signInChallenges, emailChanges])
    work.write(deleteStatement(table, { userId }));
  work.write({
    sql: "delete from sessions where user_id = ? and id <> ?",
    args: [userId, session.id],
  });
  work.signedOut.add(userId);
}

function invalid(): DomainError {
  return new DomainError("VERIFICATION_INVALID");
}
