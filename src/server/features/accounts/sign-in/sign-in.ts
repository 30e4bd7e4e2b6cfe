import { sql } from "drizzle-orm";
import type { Context } from "#server/rpc/context";
import { readSecondFactors } from "#server/core/users/second-factors";
import { defineCondition } from "#server/kernel/db/prepared-read";
import { updateStatement } from "#server/kernel/db/statement";
import { together } from "#server/kernel/db/together";
import type { UnitOfWork } from "#server/kernel/db/unit-of-work";
import { conflictRetry, DomainError } from "#server/kernel/errors";
import type { AccountCall } from "../account-call";
import { createAccount } from "../sign-up/create-account";
import { knownDeviceId } from "../devices/known-device";
import { finishFirstFactor, type SignInResult } from "./finish-first-factor";
import { verifyWithAttemptLimit } from "../attempt-limit";
import {
  readEmailVerification,
  consumeEmailVerification,
} from "../sign-up/email-verification";
import { findUserByEmail } from "../user";
import { users } from "#server/core/users/table";
import { findSignUp } from "../sign-up/find-attempt";

/**
 * Signs in with a password. An unknown address and a wrong password get the same response after the same work, so that
 * strangers do not learn which addresses have accounts.
 */
export async function signIn(
  ctx: AccountCall,
  { email, password }: { email: string; password: string },
): Promise<SignInResult> {
  const known = await findUserByEmail(ctx, email);
  const user = known?.suspendedAt ? undefined : known;
  // The queries run for unknown addresses too, so that the response time does not reveal them.
  const id = known?.id ?? "";
  const [device, read] = await together([
    knownDeviceId(ctx, id),
    readSecondFactors(ctx.db, id),
  ]);
  const hash = user?.passwordHash;
  const isRight = await verifyPassword(ctx, device ?? email, password, hash);
  if (!user || !isRight)
    return completeSignUp(ctx, { email, password }, known !== undefined);
  guardCredentials(ctx.work, user);
  if (
    user.passwordHash &&
    ctx.services.passwords.needsRehash(user.passwordHash)
  ) {
    const passwordHash = await ctx.services.passwords.hash(password);
    ctx.work.write(updateStatement(users, { passwordHash }, { id: user.id }));
  }
  return finishFirstFactor(ctx, user, { read });
}

/**
 * Checks the password of a pending sign-up. A browser that opened the link of the sign-up creates the account. Any
 * other browser gets `EMAIL_NOT_VERIFIED` for the right password, even if the address has an account: a different
 * response would reveal the account to a stranger who signs up with the address.
 */
async function completeSignUp(
  ctx: AccountCall,
  { email, password }: { email: string; password: string },
  isKnown: boolean,
): Promise<SignInResult> {
  const opened = await readEmailVerification(ctx);
  const proof = opened?.email === email ? opened : undefined;
  const attempt = proof ?? (await findSignUp(ctx, email));
  const isRight = await ctx.services.passwords.verify(
    password,
    attempt?.passwordHash,
  );
  if (!isRight) throw new DomainError("INVALID_CREDENTIALS");
  if (!proof || isKnown) throw new DomainError("EMAIL_NOT_VERIFIED");
  consumeEmailVerification(ctx, proof, conflictRetry);
  return { user: await createAccount(ctx, proof) };
}

/**
 * Checks a password within the limit for wrong passwords.
 * @param deviceOrEmail the id of this browser as a known device of the user, which has a limit of its own, or the address
 */
export async function verifyPassword(
  ctx: Context,
  deviceOrEmail: string,
  password: string,
  hash: string | null | undefined,
): Promise<boolean> {
  return verifyWithAttemptLimit(ctx, ["signInFailure"], deviceOrEmail, () =>
    ctx.services.passwords.verify(password, hash),
  );
}

const hasCredentials = defineCondition<{
  id: string;
  email: string;
  passwordHash: string | null;
}>(
  (value) =>
    sql`exists (select 1 from users where id = ${value("id")} and email = ${value("email")} and password_hash = ${value("passwordHash")} and suspended_at is null)`,
);

/** Guards that address and password did not change since they were checked. Otherwise the call is retried. */
export function guardCredentials(
  work: UnitOfWork,
  {
    id,
    email,
    passwordHash,
  }: { id: string; email: string; passwordHash: string | null },
): void {
  const values = { id, email, passwordHash };
  work.guard(hasCredentials(values), conflictRetry);
}
