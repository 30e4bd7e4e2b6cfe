import { deleteStatement, updateStatement } from "#server/kernel/db/statement";
import { passwordChangedMail } from "./mail";
import type { AccountCall } from "../account-call";
import { knownDevices } from "../devices/table";
import { emailChanges } from "../email-change/table";
import { passwordResets, users } from "#server/core/users/table";
import { sessions } from "#server/core/sessions/table";
import { signInChallenges } from "#server/core/users/two-factor-table";

/**
 * Whoever is signed in as the person, is half-way in, or holds a link from before, is out, no other address waits to
 * become theirs, and no browser is known any more. The owner is told, since it may have been somebody else.
 */
export async function setPassword(
  ctx: AccountCall,
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
