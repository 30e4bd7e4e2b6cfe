import { and, eq, getTableColumns, gt, isNull } from "drizzle-orm";
import { newId } from "#shared/id";
import type { Context } from "#server/rpc/context";
import { hashToken, newToken } from "#server/kernel/crypto";
import { insertStatement } from "#server/kernel/db/statement";
import { DomainError } from "#server/kernel/errors";
import type { AccountCall } from "../account-call";
import { hostCookie } from "../host-cookie";
import {
  hasSecondFactor,
  methodsOf,
  readSecondFactors,
} from "#server/core/users/second-factors";
import { users } from "#server/core/users/table";
import { signInChallenges } from "#server/core/users/two-factor-table";

const VALID_SECONDS = 10 * 60;

const cookie = hostCookie("sign-in");

/** Starts a pending sign-in in this browser, which a second factor must complete. */
export function startChallenge(ctx: AccountCall, userId: string): void {
  const token = newToken();
  ctx.work.write(
    insertStatement(signInChallenges, {
      id: newId("signInChallenge"),
      userId,
      tokenHash: hashToken(token),
      expiresAt: ctx.work.now + VALID_SECONDS * 1000,
      createdAt: ctx.work.now,
    }),
  );
  cookie.set(ctx, token, VALID_SECONDS);
}

/** Reads which kinds of second factor can complete the pending sign-in of this browser. */
export async function readPending(ctx: Context) {
  const { user } = await requireChallenge(ctx);
  const factors = await readSecondFactors(ctx.db, user.id);
  // The user may have removed the last second factor in another browser.
  if (!hasSecondFactor(factors)) throw signInExpired();
  return { methods: methodsOf(factors) };
}

export type Challenge = NonNullable<Awaited<ReturnType<typeof find>>>;

/**
 * Reads the pending sign-in of this browser, and its user.
 * @throws DomainError `SIGN_IN_EXPIRED`
 */
export async function requireChallenge(ctx: Context): Promise<Challenge> {
  const found = await find(ctx);
  if (!found) throw signInExpired();
  return found;
}

/** Ends the pending sign-in. The batch fails if a parallel call has completed it, or if the user was suspended. */
export function completeChallenge(
  ctx: AccountCall,
  { id }: { id: string },
): void {
  ctx.work.write({
    sql: `delete from sign_in_challenges where id = ?
      and exists (select 1 from users where users.id = user_id and suspended_at is null)`,
    args: [id],
  });
  ctx.work.guardRowChanged(signInExpired);
  cookie.clear(ctx);
}

function find(ctx: Context) {
  const token = cookie.read(ctx);
  if (token === undefined) return undefined;
  return ctx.db.drizzle
    .select({ id: signInChallenges.id, user: getTableColumns(users) })
    .from(signInChallenges)
    .innerJoin(users, eq(users.id, signInChallenges.userId))
    .where(
      and(
        eq(signInChallenges.tokenHash, hashToken(token)),
        gt(signInChallenges.expiresAt, ctx.services.now()),
        isNull(users.suspendedAt),
      ),
    )
    .get();
}

export function signInExpired(): DomainError {
  return new DomainError("SIGN_IN_EXPIRED");
}
