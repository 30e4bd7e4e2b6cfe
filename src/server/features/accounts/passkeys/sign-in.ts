import { eq } from "drizzle-orm";
import { together } from "#server/kernel/db/together";
import type { AccountCall } from "../account-call";
import { readDevices } from "../devices/known-device";
import { users } from "#server/core/users/table";
import { toUser, type UserOutput } from "../user";
import { startSession } from "../sessions/start-session";
import { invalidPasskey } from "./challenge";
import type { PasskeyAssertion } from "./schemas";
import { verifyPasskey } from "./verify";

/** Signs in with a passkey alone, which is two factors: the device, and the unlocking of the device. */
export async function signInWithPasskey(
  ctx: AccountCall,
  assertion: PasskeyAssertion,
): Promise<{ user: UserOutput }> {
  const { userId } = await verifyPasskey(ctx, assertion);
  const [user] = await together([
    ctx.db.drizzle.select().from(users).where(eq(users.id, userId)).get(),
    readDevices(ctx, userId),
  ]);
  if (!user) throw invalidPasskey();
  await startSession(ctx, user);
  return { user: toUser(user) };
}
