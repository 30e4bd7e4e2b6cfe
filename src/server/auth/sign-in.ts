import { eq } from "drizzle-orm";
import type { Context } from "../context";
import { updateStatement } from "../db/statement";
import type { UnitOfWork } from "../db/unit-of-work";
import { DomainError } from "../errors";
import { users } from "./schema";
import { toUser } from "./shapes";
import { latestSignUp } from "./sign-ups";

type Call = Context & { work: UnitOfWork };

/** The same answer, after the same work, for an unknown address and a wrong password. */
export async function signIn(
  ctx: Call,
  { email, password }: { email: string; password: string },
) {
  await ctx.services.limits.check("signInFailure", email);
  const user = await ctx.db.drizzle
    .select()
    .from(users)
    .where(eq(users.email, email))
    .get();
  const attempt = user ? undefined : await latestSignUp(ctx, email);
  const usable = user?.suspendedAt ? undefined : (user ?? attempt);
  if (!(await ctx.services.passwords.verify(password, usable?.passwordHash))) {
    await ctx.services.limits.consume("signInFailure", email);
    throw new DomainError("INVALID_CREDENTIALS");
  }
  if (!user) throw new DomainError("EMAIL_NOT_VERIFIED");
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

/** A new session for this browser; the cookie leaves only if the batch is stored. */
export async function startSession(ctx: Call, userId: string): Promise<void> {
  const { userAgent, address } = ctx.request;
  const token = await ctx.services.sessions.create(ctx.work, userId, {
    userAgent,
    address,
  });
  ctx.response.cookies.push(ctx.services.sessions.cookie(token));
}
