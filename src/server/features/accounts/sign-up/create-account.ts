import type { OnViolation } from "#server/kernel/db/unit-of-work";
import { joinAsNew } from "#server/features/domains/join";
import type { AuthCall } from "../account-call";
import { addUser, type NewUser } from "../new-user";
import { toUser, type User } from "../user-schema";
import { startSession } from "../sessions/start-session";

/**
 * Makes the account of an address whose mailbox is proven, and signs this browser in.
 * @param otherwise what it means that the address has an account meanwhile; the call is run again when left out
 */
export async function createAccount(
  ctx: AuthCall,
  newUser: NewUser,
  onViolation?: OnViolation,
): Promise<User> {
  const user = addUser(ctx.work, newUser, onViolation);
  await joinAsNew(ctx.db, ctx.work, user);
  await startSession(ctx, user, { isExpected: true });
  return toUser(user);
}
