import { eq, sql } from "drizzle-orm";
import type { Context } from "../context";
import { updateStatement } from "../db/statement";
import type { UnitOfWork } from "../db/unit-of-work";
import { DomainError } from "../errors";
import { users } from "./schema";
import { toUser } from "./shapes";
import { findSignUp } from "./sign-ups";

type Call = Context & { work: UnitOfWork };

/** The same answer, after the same work, for an unknown address and a wrong password. */
export async function signIn(
  ctx: Call,
  { email, password }: { email: string; password: string },
) {
  const user = await ctx.db.drizzle
    .select()
    .from(users)
    .where(eq(users.email, email))
    .get();
  const attempt = user ? undefined : await findSignUp(ctx, email);
  const usable = user?.suspendedAt ? undefined : (user ?? attempt);
  if (!(await isPasswordOf(ctx, email, password, usable?.passwordHash)))
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
  await startSession(ctx, user.id);
  return { user: toUser(user) };
}

/**
 * Counted as a failure before the password is looked at, and given back otherwise: guesses that are sent side by side
 * must not outrun the count.
 */
export async function isPasswordOf(
  { services: { limits, passwords } }: Context,
  email: string,
  password: string,
  hash: string | null | undefined,
): Promise<boolean> {
  await limits.consume("signInFailure", email);
  let isWrong = false;
  try {
    isWrong = !(await passwords.verify(password, hash));
  } finally {
    if (!isWrong) await limits.giveBack("signInFailure", email);
  }
  return !isWrong;
}

/** A password that was replaced since it was compared opens nothing any more: the call is run again. */
export function mustStillHavePassword(
  work: UnitOfWork,
  { id, passwordHash }: { id: string; passwordHash: string | null },
): void {
  work.must(
    sql`exists (select 1 from users where id = ${id} and password_hash = ${passwordHash} and suspended_at is null)`,
    () => new DomainError("BUSY", undefined, { retry: true }),
  );
}

/** A new session for this browser; the cookie leaves only if the batch is stored. */
export async function startSession(ctx: Call, userId: string): Promise<void> {
  const { userAgent, address } = ctx.request;
  const token = await ctx.services.sessions.create(ctx.work, userId, {
    userAgent,
    address,
  });
  ctx.response.cookies.push(ctx.services.sessions.cookie(token));
}
