import { and, eq } from "drizzle-orm";
import type { Database } from "#server/kernel/db/client";
import { deleteStatement, updateStatement } from "#server/kernel/db/statement";
import { DomainError } from "#server/kernel/errors";
import { passkeyRemovedMail } from "./mail";
import type { AccountCall } from "../account-call";
import { requireRecentAuthentication } from "#server/core/sessions/reauthentication";
import type { SignedIn } from "#server/core/sessions/sessions";
import { deleteRecoveryCodesWithLastFactor } from "../two-factor/recovery-codes";
import { guardLastSignInMethod } from "../sign-in-methods";
import { passkeys } from "#server/core/users/passkeys-table";
import { toPasskey } from "./schemas";

/** Reads the passkeys of a user, the oldest first. */
export async function listPasskeys({ drizzle }: Database, userId: string) {
  const rows = await drizzle
    .select()
    .from(passkeys)
    .where(eq(passkeys.userId, userId))
    .orderBy(passkeys.createdAt, passkeys.id);
  return rows.map(toPasskey);
}

export async function renamePasskey(
  ctx: AccountCall,
  userId: string,
  { id, name }: { id: string; name: string },
) {
  const passkey = await findOwn(ctx, userId, id);
  ctx.work.write(updateStatement(passkeys, { name }, { id, userId }));
  ctx.work.guardRowChanged(notFound);
  return toPasskey({ ...passkey, name });
}

export async function removePasskey(
  ctx: AccountCall,
  { user, session }: SignedIn,
  id: string,
): Promise<void> {
  requireRecentAuthentication(session.authenticatedAt, ctx.work.now);
  const { name } = await findOwn(ctx, user.id, id);
  ctx.work.write(deleteStatement(passkeys, { id, userId: user.id }));
  ctx.work.guardRowChanged(notFound);
  guardLastSignInMethod(ctx, user.id);
  deleteRecoveryCodesWithLastFactor(ctx, user.id);
  const link = ctx.services.links.forgotPassword();
  await ctx.post(passkeyRemovedMail({ to: user.email, name, link }), {
    kind: "notice",
  });
}

async function findOwn({ db }: AccountCall, userId: string, id: string) {
  const found = await db.drizzle
    .select()
    .from(passkeys)
    .where(and(eq(passkeys.id, id), eq(passkeys.userId, userId)))
    .get();
  if (!found) throw notFound();
  return found;
}

function notFound(): DomainError {
  return new DomainError("NOT_FOUND");
}
