import { eq } from "drizzle-orm";
import { DomainError } from "#server/kernel/errors";
import { refuseCommonPassword } from "#server/core/users/common-passwords";
import type { SignedIn } from "#server/core/sessions/sessions";
import { users } from "#server/core/users/table";
import { startSession } from "../sessions/start-session";
import { setPassword } from "./set-password";
import { verifyPassword, guardCredentials } from "../sign-in/sign-in";
import { together } from "#server/kernel/db/together";
import type { AccountCall } from "../account-call";
import { knownDeviceId } from "../devices/known-device";

interface Change {
  currentPassword: string;
  newPassword: string;
}

/** Changes the password. The current password is required, so that a thief with a stolen session cannot change it. */
export async function changePassword(
  ctx: AccountCall,
  { user: { id } }: SignedIn,
  { currentPassword, newPassword }: Change,
): Promise<void> {
  await refuseCommonPassword(newPassword, "newPassword");
  const [device, user] = await together([
    knownDeviceId(ctx, id),
    ctx.db.drizzle.select().from(users).where(eq(users.id, id)).get(),
  ]);
  if (!user) throw new DomainError("SIGNED_OUT");
  const key = device ?? user.email;
  if (!(await verifyPassword(ctx, key, currentPassword, user.passwordHash)))
    throw new DomainError("INVALID_CREDENTIALS", { proof: "password" });
  const passwordHash = await ctx.services.passwords.hash(newPassword);
  guardCredentials(ctx.work, user);
  await setPassword(ctx, user, passwordHash);
  await startSession(ctx, user, { isExpected: true });
}
