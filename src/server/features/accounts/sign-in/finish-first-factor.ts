import { sql } from "drizzle-orm";
import { conflictRetry } from "#server/kernel/errors";
import type { AccountCall } from "../account-call";
import { toUser, type UserOutput } from "../user";
import { type User } from "#server/core/users/user";
import { startSession } from "../sessions/start-session";
import { startChallenge } from "./challenge";
import {
  hasSecondFactor,
  methodsOf,
  readSecondFactors,
  type SecondFactor,
  hasSecondFactorSql,
} from "#server/core/users/second-factors";

export type SignInResult =
  { user: UserOutput } | { twoFactorRequired: true; methods: SecondFactor[] };

/** Starts a session after a valid first factor, or a pending sign-in if the user has a second factor. */
export async function finishFirstFactor(
  ctx: AccountCall,
  user: User,
  options?: { isExpected?: boolean },
): Promise<SignInResult> {
  const factors = await readSecondFactors(ctx.db, user.id);
  if (hasSecondFactor(factors)) {
    startChallenge(ctx, user.id);
    return { twoFactorRequired: true, methods: methodsOf(factors) };
  }
  ctx.work.guard(
    sql`not ${hasSecondFactorSql(sql`${user.id}`)}`,
    conflictRetry,
  );
  await startSession(ctx, user, options);
  return { user: toUser(user) };
}
