import { updateStatement } from "#server/kernel/db/statement";
import { DomainError } from "#server/kernel/errors";
import type { AccountCall } from "../account-call";
import { sessions } from "#server/core/sessions/table";
import type { SignedIn } from "#server/core/sessions/sessions";
import {
  findIdentity,
  type Identity,
  recordIdentityUse,
} from "../linked-accounts/identities";

/**
 * Reauthenticates this session with a linked account instead of a password.
 * @throws DomainError `INVALID_CREDENTIALS` if the account is not linked to the caller
 */
export async function reauthenticateWithProvider(
  ctx: AccountCall,
  { user, session }: SignedIn,
  identity: Identity,
) {
  const known = await findIdentity(ctx, identity);
  if (!known || known.user.id !== user.id)
    throw new DomainError("INVALID_CREDENTIALS", { proof: "linkedAccount" });
  recordIdentityUse(ctx, known);
  const authenticatedAt = ctx.work.now;
  ctx.work.write(
    updateStatement(sessions, { authenticatedAt }, { id: session.id }),
  );
  return { reauthenticated: true as const };
}
