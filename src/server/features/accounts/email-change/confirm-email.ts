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
import { renewSession } from "../sessions/start-session";
import { signInChallenges } from "#server/core/users/two-factor-table";
import { emailChanges } from "./table";

/**
 * Gives the person the address that the token was mailed to, and their browser a new session. The token proves the
 * mailbox and the session the account. Without the session, the owner of the mailbox could be led to give their address
 * to somebody else's account, and would then be asked for that one's second factor.
 * @throws VERIFICATION_INVALID in whatever browser; SIGN_IN_FIRST in another's, where the token stays as good as it was
 */
export async function confirmEmail(
  ctx: AccountCall,
  token: string,
): Promise<{ user: UserOutput }> {
  // The session first: whoever loses to the same link, opened twice, then finds it used, and not themselves signed out.
  const here = await signedInHere(ctx);
  const change = await findChange(ctx, hashToken(token));
  if (!change) throw invalid();
  const { user, email, id } = change;
  if (here?.user.id !== user.id) throw new DomainError("SIGN_IN_FIRST");
  ctx.work.write(deleteStatement(emailChanges, { id }));
  ctx.work.guardRowChanged(invalid);
  ctx.work.guard(
    sql`exists (select 1 from users where id = ${user.id} and suspended_at is null)`,
    invalid,
  );
  const addressHash = await ctx.services.hashAddress(user.email);
  recordFormerAddress(ctx.work, { userId: user.id, addressHash });
  // The address is unique: of two people who confirm the same one, the later is refused.
  const emailVerifiedAt = ctx.work.now;
  const changes = { email, emailVerifiedAt };
  ctx.work.write(updateStatement(users, changes, { id: user.id }), invalid);
  revokePendingCredentials(ctx, here);
  await renewSession(ctx, here);
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

/** The session of this browser; a call that comes with a key is no browser's. */
async function signedInHere({
  services: { sessions: all },
  request,
}: AccountCall): Promise<SignedIn | undefined> {
  if (request.bearer !== undefined) return undefined;
  const token = all.readCookie(request.cookieHeader);
  return token
    ? await all.authenticate(token, undefined, {
        address: request.address,
        forMutation: false,
      })
    : undefined;
}

/** Other sessions, sign-ins half-way through, and links that lead to the old mailbox or to a third one. */
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
