import { newId } from "#shared/id";
import { users } from "#server/core/users/table";
import { joinNewUser } from "#server/features/domains/join";
import { insertStatement } from "#server/kernel/db/statement";
import { together } from "#server/kernel/db/together";
import type { OnViolation, UnitOfWork } from "#server/kernel/db/unit-of-work";
import { conflictRetry } from "#server/kernel/errors";
import type { AccountCall } from "../account-call";
import { readDevices } from "../devices/known-device";
import { startSession } from "../sessions/start-session";
import { toUser, type UserOutput } from "../user";

export interface NewUser {
  name: string;
  email: string;
  /** Null for a user who signs up through a provider. */
  passwordHash: string | null;
  /** Whether the address of the user is verified; true by default. */
  isVerified?: boolean;
}

/**
 * Creates an account with a verified address, and starts a session in this browser.
 * @param onViolation the error if another call has created an account with the address; by default the call is retried
 */
export async function createAccount(
  ctx: AccountCall,
  newUser: NewUser,
  onViolation?: OnViolation,
): Promise<UserOutput> {
  const user = addUser(ctx.work, newUser, onViolation);
  await together([
    joinNewUser(ctx.db, ctx.work, user),
    readDevices(ctx, user.id),
  ]);
  await startSession(ctx, user, { isExpected: true });
  return toUser(user);
}

/** @param onViolation the error if the address already has an account; by default the call is retried */
export function addUser(
  work: UnitOfWork,
  { name, email, passwordHash, isVerified = true }: NewUser,
  onViolation: OnViolation = conflictRetry,
) {
  const user = {
    id: newId("user"),
    name,
    email,
    passwordHash,
    avatarUrl: null,
    emailVerifiedAt: isVerified ? work.now : null,
    createdAt: work.now,
  };
  work.write(insertStatement(users, user), onViolation);
  return user;
}
