import { deleteStatement, updateStatement } from "../db/statement";
import { passwordChangedMail } from "../mail/password";
import type { AuthCall } from "./call";
import { knownDevices } from "./devices/schema";
import { emailChanges } from "./profile/schema";
import { passwordResets, sessions, users } from "./schema";
import { signInChallenges } from "./two-factor/schema";

/**
 * Whoever is signed in as the person, is half-way in, or holds a link from before, is out, no other address waits to
 * become theirs, and no browser is known any more. The owner is told, since it may have been somebody else.
 */
export async function setPassword(
  ctx: AuthCall,
  { id, email }: { id: string; email: string },
  passwordHash: string,
): Promise<void> {
  ctx.work.write(updateStatement(users, { passwordHash }, { id }));
  for (const table of [
    passwordResets,
    sessions,
    signInChallenges,
    knownDevices,
    emailChanges,
  ])
    ctx.work.write(deleteStatement(table, { userId: id }));
  ctx.work.signedOut.add(id);
  const link = ctx.services.links.forgotPassword();
  await ctx.post(passwordChangedMail({ to: email, link }), { kind: "notice" });
}
