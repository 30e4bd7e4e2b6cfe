import { sql } from "drizzle-orm";
import type { Context } from "#server/rpc/context";
import { updateStatement } from "#server/kernel/db/statement";
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

/** Signs in with a password. An unknown address and a wrong password get the same response after the same work. */
export async function signIn(
  ctx: AccountCall,
  { email, password }: { email: string; password: string },
): Promise<SignInResult> {
  const known = await findUserByEmail(ctx, email);
  const user = known?.suspendedAt ? undefined : known;
  const isRight = await verifyPassword(
    ctx,
    { id: known?.id, email },
    password,
    user?.passwordHash,
  );
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
  return finishFirstFactor(ctx, user);
}

/**
 * Checks the password against a pending sign-up. In the browser that opened its link, the account is created. In other
 * browsers a right password gets `EMAIL_NOT_VERIFIED`, even if the address has an account: otherwise a sign-up followed by
 * a sign-in would reveal that. It still counts as a wrong guess for the account.
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

/** Checks a password within the attempt limit. A known device of the user has its own count. */
export async function verifyPassword(
  ctx: Context,
  { id, email }: { id?: string; email: string },
  password: string,
  hash: string | null | undefined,
): Promise<boolean> {
  // Also for an unknown address, so that the response time is the same.
  const device = await knownDeviceId(ctx, id ?? "");
  return verifyWithAttemptLimit(ctx, ["signInFailure"], device ?? email, () =>
    ctx.services.passwords.verify(password, hash),
  );
}

/** Guards that neither the address nor the password changed since the check. Otherwise the call is retried. */
export function guardCredentials(
  work: UnitOfWork,
  {
    id,
    email,
    passwordHash,
  }: { id: string; email: string; passwordHash: string | null },
): void {
  work.guard(
    sql`exists (select 1 from users where id = ${id} and email = ${email} and password_hash = ${passwordHash} and suspended_at is null)`,
    conflictRetry,
  );
}
