import { and, eq, getTableColumns, gt, isNull, sql } from "drizzle-orm";
import { hashToken } from "../../crypto";
import { deleteStatement, updateStatement } from "../../db/statement";
import { DomainError } from "../../errors";
import { emailChangedMail } from "../../mail/email-change";
import type { AuthCall } from "../call";
import { passwordResets, signUps, users } from "../schema";
import type { SignedIn } from "../sessions";
import { toUser, type User } from "../shapes";
import { renewSession } from "../start-session";
import { signInChallenges } from "../two-factor/schema";
import { emailChanges } from "./schema";

/**
 * Gives the person the address that the token was mailed to. Whoever opens the link holds that mailbox; it signs nobody
 * in. The browser stays signed in, by a new session, if it was signed in as that person.
 */
export async function confirmEmail(
  ctx: AuthCall,
  token: string,
): Promise<{ user: User | null }> {
  const change = await findChange(ctx, hashToken(token));
  if (!change) throw invalid();
  const { user, email, id } = change;
  const here = await signedInAs(ctx, user.id);
  ctx.work.write(deleteStatement(emailChanges, { id }));
  ctx.work.mustHaveChanged(invalid);
  ctx.work.must(
    sql`exists (select 1 from users where id = ${user.id} and suspended_at is null)`,
    invalid,
  );
  // The address is unique: of two people who confirm the same one, the later is refused.
  ctx.work.write(updateStatement(users, { email }, { id: user.id }), invalid);
  endWhatWasBegun(ctx, user.id, here?.session.id);
  if (here) await renewSession(ctx, here);
  ctx.work.write(deleteStatement(signUps, { email }));
  const { now: at } = ctx.work;
  await ctx.post(emailChangedMail({ to: user.email, newEmail: email, at }), {
    isNotice: true,
  });
  return { user: here ? toUser({ ...user, email }) : null };
}

function findChange({ db, services }: AuthCall, tokenHash: string) {
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

/** The session of this browser, if it is the person's; somebody else's is left alone. */
async function signedInAs(
  { services: { sessions: all }, request }: AuthCall,
  userId: string,
): Promise<SignedIn | undefined> {
  const token = request.bearer
    ? undefined
    : all.readCookie(request.cookieHeader);
  const found = token
    ? await all.authenticate(token, undefined, request.address)
    : undefined;
  return found?.user.id === userId ? found : undefined;
}

/** Other sessions, sign-ins half-way through, and links that lead to the old mailbox or to a third one. */
function endWhatWasBegun(
  { work }: AuthCall,
  userId: string,
  sessionHere = "",
): void {
  for (const table of [passwordResets, signInChallenges, emailChanges])
    work.write(deleteStatement(table, { userId }));
  work.write({
    sql: "delete from sessions where user_id = ? and id <> ?",
    args: [userId, sessionHere],
  });
}

function invalid(): DomainError {
  return new DomainError("VERIFICATION_INVALID");
}
