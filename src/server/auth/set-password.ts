import { deleteStatement, updateStatement } from "../db/statement";
import { passwordChangedMail } from "../mail/password";
import { passwordResets, sessions, users } from "./schema";
import { startSession } from "./sign-in";
import type { AuthCall } from "./sign-up";

/**
 * Whoever is signed in as the person, or holds a link from before, is out; this browser gets a new session. The owner
 * is told, since it may have been somebody else.
 */
export async function setPassword(
  ctx: AuthCall,
  { id, email }: { id: string; email: string },
  passwordHash: string,
): Promise<void> {
  ctx.work.write(updateStatement(users, { passwordHash }, { id }));
  ctx.work.write(deleteStatement(passwordResets, { userId: id }));
  ctx.work.write(deleteStatement(sessions, { userId: id }));
  await startSession(ctx, id);
  const link = ctx.services.links.forgotPassword();
  await ctx.post(passwordChangedMail({ to: email, link }));
}
