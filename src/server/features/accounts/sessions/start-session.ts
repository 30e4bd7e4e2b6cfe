import { deleteStatement } from "#server/kernel/db/statement";
import { conflictRetry } from "#server/kernel/errors";
import type { AccountCall } from "../account-call";
import type { User } from "#server/core/users/user";
import { rememberDevice } from "../devices/known-device";
import { sessions } from "#server/core/sessions/table";
import type { SignedIn } from "#server/core/sessions/sessions";

/**
 * Starts a session in this browser. The session cookie is sent only if the batch is stored.
 * @param options `isExpected`: no notice, because the user just signed up or set a new password in this browser
 */
export async function startSession(
  ctx: AccountCall,
  user: Pick<User, "id" | "email">,
  options?: { isExpected?: boolean },
): Promise<void> {
  await addSession(ctx, user.id);
  await rememberDevice(ctx, user, options);
}

/** Replaces the session after a change of a sign-in method or the address, so that the old cookie is invalid. */
export async function renewSession(
  ctx: AccountCall,
  { user, session }: SignedIn,
): Promise<void> {
  ctx.work.write(deleteStatement(sessions, { id: session.id }));
  ctx.work.signedOut.add(user.id);
  // A session that has ended in the meantime must not be replaced by a new session.
  ctx.work.guardRowChanged(() => conflictRetry("SIGNED_OUT"));
  await addSession(ctx, user.id, session.authenticatedAt);
}

async function addSession(
  ctx: AccountCall,
  userId: string,
  authenticatedAt = ctx.work.now,
): Promise<void> {
  const { userAgent, address } = ctx.request;
  const token = await ctx.services.sessions.create(ctx.work, userId, {
    userAgent,
    address,
    authenticatedAt,
  });
  ctx.response.cookies.push(ctx.services.sessions.cookie(token));
}
