import { deleteStatement, updateStatement } from "#server/kernel/db/statement";
import { passwordChangedMail } from "./mail";
import type { AccountCall } from "../account-call";
import { knownDevices } from "../devices/table";
import { emailChanges } from "../email-change/table";
import { passwordResets, users } from "#server/core/users/table";
import { sessions } from "#server/core/sessions/table";
import { signInChallenges } from "#server/core/users/two-factor-table";

/**
 * Sets the password, ends all sessions and pending sign-ins, and deletes the reset links, the pending email change and
 * the known devices of the user. Mails a notice to the user.
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
