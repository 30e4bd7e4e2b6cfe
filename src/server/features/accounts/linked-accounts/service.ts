import { and, asc, eq } from "drizzle-orm";
import type { Database } from "#server/kernel/db/client";
import { deleteStatement } from "#server/kernel/db/statement";
import { DomainError } from "#server/kernel/errors";
import { identityUnlinkedMail } from "./mail";
import type { AuthCall } from "../account-call";
import { requireRecentAuthentication } from "#server/core/sessions/reauthentication";
import type { SignedIn } from "#server/core/sessions/sessions";
import { guardLastSignInMethod } from "../sign-in-methods";
import { providerName } from "./link";
import { identities } from "./table";

/** The accounts elsewhere that sign the person in, in the order they were connected. */
export function listIdentities({ drizzle }: Database, userId: string) {
  return drizzle
    .select()
    .from(identities)
    .where(eq(identities.userId, userId))
    .orderBy(asc(identities.id));
}

/**
 * The account elsewhere signs nobody in any more; its owner is told.
 * @throws DomainError `LAST_SIGN_IN_METHOD` when nothing else would
 */
export async function unlinkIdentity(
  ctx: AuthCall,
  { user, session }: SignedIn,
  id: string,
): Promise<void> {
  requireRecentAuthentication(session.authenticatedAt, ctx.work.now);
  const notFound = () => new DomainError("NOT_FOUND");
  const identity = await ctx.db.drizzle
    .select()
    .from(identities)
    .where(and(eq(identities.id, id), eq(identities.userId, user.id)))
    .get();
  if (!identity) throw notFound();
  ctx.work.write(deleteStatement(identities, { id, userId: user.id }));
  ctx.work.guardRowChanged(notFound);
  guardLastSignInMethod(ctx, user.id);
  const provider = providerName(ctx, identity.provider);
  const { label } = identity;
  const link = ctx.services.links.linkedAccounts();
  await ctx.post(
    identityUnlinkedMail({ to: user.email, provider, label, link }),
    { kind: "notice" },
  );
}
