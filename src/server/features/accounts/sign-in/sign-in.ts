import { sql } from "drizzle-orm";
import type { Context } from "#server/rpc/context";
import { updateStatement } from "#server/kernel/db/statement";
import type { UnitOfWork } from "#server/kernel/db/unit-of-work";
import { DomainError } from "#server/kernel/errors";
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

/** The same answer, after the same work, for an unknown address and a wrong password. */
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
  guardPassword(ctx.work, user);
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
 * In a browser that opened a mailed link, the password of that attempt makes the account. In every other one the right
 * password of an attempt is answered with the advice to confirm, also for the address of an account: otherwise a
 * stranger who signs up with an address would learn here whether it has one. It stays counted as a wrong guess: a
 * password that is chosen at sign-up and tried here is one for the account as well.
 */
async function completeSignUp(
  ctx: AccountCall,
  { email, password }: { email: string; password: string },
  isKnown: boolean,
): Promise<SignInResult> {
  const opened = await readEmailVerification(ctx);
  const proof = opened?.email === email ? opened : undefined;
  const attempt = proof ?? (await findSignUp(ctx, email));
  const isOfAttempt = await ctx.services.passwords.verify(
    password,
    attempt?.passwordHash,
  );
  if (!isOfAttempt) throw new DomainError("INVALID_CREDENTIALS");
  if (!proof || isKnown) throw new DomainError("EMAIL_NOT_VERIFIED");
  consumeEmailVerification(ctx, proof, overtaken);
  return { user: await createAccount(ctx, proof) };
}

/** Wrong guesses of a browser that the person signed in with before do not add to those of strangers, nor theirs to its. */
export async function verifyPassword(
  ctx: Context,
  { id, email }: { id?: string; email: string },
  password: string,
  hash: string | null | undefined,
): Promise<boolean> {
  // Looked for in vain as well: an unknown address costs what a known one does.
  const device = await knownDeviceId(ctx, id ?? "");
  return verifyWithAttemptLimit(ctx, ["signInFailure"], device ?? email, () =>
    ctx.services.passwords.verify(password, hash),
  );
}

/** An address or password that was replaced since it was compared opens nothing any more: the call is run again. */
export function guardPassword(
  work: UnitOfWork,
  {
    id,
    email,
    passwordHash,
  }: { id: string; email: string; passwordHash: string | null },
): void {
  work.guard(
    sql`exists (select 1 from users where id = ${id} and email = ${email} and password_hash = ${passwordHash} and suspended_at is null)`,
    overtaken,
  );
}

function overtaken(): DomainError {
  return new DomainError("BUSY", undefined, { retry: true });
}
