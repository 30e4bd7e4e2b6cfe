import { deleteStatement } from "#server/kernel/db/statement";
import { DomainError } from "#server/kernel/errors";
import type { AccountCall } from "../account-call";
import { rememberDevice } from "../devices/known-device";
import { sessions } from "#server/core/sessions/table";
import type { SignedIn } from "#server/core/sessions/sessions";

interface Person {
  id: string;
  email: string;
}

/**
 * A new session for this browser; the cookie leaves only if the batch is stored.
 * @param isExpected the browser has just proven more than a password: nobody has to be told of it.
 */
export async function startSession(
  ctx: AccountCall,
  person: Person,
  options?: { isExpected?: boolean },
): Promise<void> {
  await addSession(ctx, person.id);
  await rememberDevice(ctx, person, options);
}

/** What the cookie was before opens nothing any more: after a factor or an address changed, it has a new value. */
export async function renewSession(
  ctx: AccountCall,
  { user, session }: SignedIn,
): Promise<void> {
  ctx.work.write(deleteStatement(sessions, { id: session.id }));
  ctx.work.signedOut.add(user.id);
  // One that was ended meanwhile must not live on as another.
  ctx.work.guardRowChanged(
    () => new DomainError("SIGNED_OUT", undefined, { retry: true }),
  );
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
