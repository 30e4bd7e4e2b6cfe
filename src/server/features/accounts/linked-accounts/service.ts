import { and, asc, eq } from "drizzle-orm";
import { requireRecentAuthentication } from "#server/core/sessions/reauthentication";
import type { SignedIn } from "#server/core/sessions/sessions";
import type { Database } from "#server/kernel/db/client";
import { deleteStatement } from "#server/kernel/db/statement";
import { conflictRetry, DomainError } from "#server/kernel/errors";
import type { AccountCall } from "../account-call";
import { renewSession } from "../sessions/start-session";
import { guardLastSignInMethod } from "../sign-in-methods";
import { addIdentity, findIdentity, type Identity } from "./identities";
import { identityLinkedMail, identityUnlinkedMail } from "./mail";
import { identities } from "./table";

/** Reads the linked accounts of a user, in the order in which they were linked. */
export function listIdentities({ drizzle }: Database, userId: string) {
  return drizzle
    .select()
    .from(identities)
    .where(eq(identities.userId, userId))
    .orderBy(asc(identities.id));
}

/**
 * Links an account at a provider to the caller, renews the session and mails a notice to the caller.
 * @throws DomainError `IDENTITY_TAKEN` when the account is linked to another user
 */
export async function linkIdentity(
  ctx: AccountCall,
  signedIn: SignedIn,
  identity: Identity,
) {
  const { user } = signedIn;
  const linked = { linked: identity.provider };
  const known = await findIdentity(ctx, identity);
  if (known && known.user.id !== user.id)
    throw new DomainError("IDENTITY_TAKEN");
  if (known) return linked;
  addIdentity(ctx.work, user.id, identity, conflictRetry);
  await renewSession(ctx, signedIn);
  await notify(ctx, user, identityLinkedMail, identity);
  return linked;
}

/**
 * Removes a linked account and mails a notice to its owner.
 * @throws DomainError `NOT_FOUND`, `REAUTHENTICATION_REQUIRED`, `LAST_SIGN_IN_METHOD`
 */
export async function unlinkIdentity(
  ctx: AccountCall,
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
  await notify(ctx, user, identityUnlinkedMail, identity);
}

async function notify(
  { services, post }: AccountCall,
  { email: to }: SignedIn["user"],
  mail: typeof identityLinkedMail,
  { provider: id, label }: Pick<Identity, "provider" | "label">,
): Promise<void> {
  const link = services.links.linkedAccounts();
  // If the provider was removed from the configuration, its name is unknown and the mail shows its id.
  const provider =
    services.providers.list.find((one) => one.id === id)?.name ?? id;
  await post(mail({ to, provider, label, link }), { kind: "notice" });
}
