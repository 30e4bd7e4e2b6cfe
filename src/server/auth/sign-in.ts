import { sql } from "drizzle-orm";
import type { Context } from "../context";
import { updateStatement } from "../db/statement";
import type { UnitOfWork } from "../db/unit-of-work";
import { DomainError } from "../errors";
import type { AuthCall } from "./call";
import { knownDeviceId } from "./devices/known-device";
import { enter } from "./enter";
import { isRightGuess } from "./guesses";
import { findUser } from "./new-user";
import { users } from "./schema";
import { findSignUp } from "./sign-ups";

/** The same answer, after the same work, for an unknown address and a wrong password. */
export async function signIn(
  ctx: AuthCall,
  { email, password }: { email: string; password: string },
) {
  const known = await findUser(ctx, email);
  const user = known?.suspendedAt ? undefined : known;
  const isRight = await isPasswordOf(
    ctx,
    { id: known?.id, email },
    password,
    user?.passwordHash,
  );
  if (!user || !isRight) throw await refusal(ctx, { email, password });
  mustStillHavePassword(ctx.work, user);
  if (
    user.passwordHash &&
    ctx.services.passwords.needsRehash(user.passwordHash)
  ) {
    const passwordHash = await ctx.services.passwords.hash(password);
    ctx.work.write(updateStatement(users, { passwordHash }, { id: user.id }));
  }
  return enter(ctx, user);
}

/**
 * Whoever signed up and did not confirm is told so, also for the address of an account: otherwise a stranger who signs
 * up with an address would learn here whether it has one. It stays counted as a wrong guess: a password that is chosen
 * at sign-up and tried here is one for the account as well.
 */
async function refusal(
  ctx: AuthCall,
  { email, password }: { email: string; password: string },
): Promise<DomainError> {
  const attempt = await findSignUp(ctx, email, { withPassword: true });
  const isOfAttempt = await ctx.services.passwords.verify(
    password,
    attempt?.passwordHash,
  );
  return new DomainError(
    isOfAttempt ? "EMAIL_NOT_VERIFIED" : "INVALID_CREDENTIALS",
  );
}

/** Wrong guesses of a browser that the person signed in with before do not add to those of strangers, nor theirs to its. */
export async function isPasswordOf(
  ctx: Context,
  { id, email }: { id?: string; email: string },
  password: string,
  hash: string | null | undefined,
): Promise<boolean> {
  // Looked for in vain as well: an unknown address costs what a known one does.
  const device = await knownDeviceId(ctx, id ?? "");
  return isRightGuess(ctx, "signInFailure", device ?? email, () =>
    ctx.services.passwords.verify(password, hash),
  );
}

/** An address or password that was replaced since it was compared opens nothing any more: the call is run again. */
export function mustStillHavePassword(
  work: UnitOfWork,
  {
    id,
    email,
    passwordHash,
  }: { id: string; email: string; passwordHash: string | null },
): void {
  work.must(
    sql`exists (select 1 from users where id = ${id} and email = ${email} and password_hash = ${passwordHash} and suspended_at is null)`,
    () => new DomainError("BUSY", undefined, { retry: true }),
  );
}
