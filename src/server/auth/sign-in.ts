import { eq, sql } from "drizzle-orm";
import type { Context } from "../context";
import { updateStatement } from "../db/statement";
import type { UnitOfWork } from "../db/unit-of-work";
import { DomainError } from "../errors";
import type { AuthCall } from "./call";
import { knownDeviceId } from "./devices/known-device";
import { enter } from "./enter";
import { isRightGuess } from "./guesses";
import { users } from "./schema";
import { findSignUp } from "./sign-ups";

/** The same answer, after the same work, for an unknown address and a wrong password. */
export async function signIn(
  ctx: AuthCall,
  { email, password }: { email: string; password: string },
) {
  const user = await ctx.db.drizzle
    .select()
    .from(users)
    .where(eq(users.email, email))
    .get();
  const attempt = user ? undefined : await findSignUp(ctx, email);
  const usable = user?.suspendedAt ? undefined : (user ?? attempt);
  if (
    !(await isPasswordOf(
      ctx,
      { id: user?.id, email },
      password,
      usable?.passwordHash,
    ))
  )
    throw new DomainError("INVALID_CREDENTIALS");
  if (!user) throw new DomainError("EMAIL_NOT_VERIFIED");
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
