import { sql } from "drizzle-orm";
import { defineCondition } from "#server/kernel/db/prepared-read";
import { together } from "#server/kernel/db/together";
import { conflictRetry } from "#server/kernel/errors";
import type { AccountCall } from "../account-call";
import { toUser, type UserOutput } from "../user";
import { type User } from "#server/core/users/user";
import { readDevices } from "../devices/known-device";
import { startSession } from "../sessions/start-session";
import { startChallenge } from "./challenge";
import {
  hasSecondFactor,
  methodsOf,
  readSecondFactors,
  type SecondFactor,
  type SecondFactors,
  hasSecondFactorSql,
} from "#server/core/users/second-factors";

export type SignInResult =
  { user: UserOutput } | { twoFactorRequired: true; methods: SecondFactor[] };

const hasNoSecondFactor = defineCondition<{ userId: string }>(
  (value) => sql`not ${hasSecondFactorSql(value("userId"))}`,
);

/**
 * Starts a session after a valid first factor, or a pending sign-in if the user has a second factor.
 * @param options `read`: the second factors, if the call has read them already
 */
export async function finishFirstFactor(
  ctx: AccountCall,
  user: User,
  { isExpected, read }: { isExpected?: boolean; read?: SecondFactors } = {},
): Promise<SignInResult> {
  const [factors] = await together([
    read ?? readSecondFactors(ctx.db, user.id),
    readDevices(ctx, user.id),
  ]);
  if (hasSecondFactor(factors)) {
    startChallenge(ctx, user.id);
    return { twoFactorRequired: true, methods: methodsOf(factors) };
  }
  ctx.work.guard(hasNoSecondFactor({ userId: user.id }), conflictRetry);
  await startSession(ctx, user, { isExpected });
  return { user: toUser(user) };
}
