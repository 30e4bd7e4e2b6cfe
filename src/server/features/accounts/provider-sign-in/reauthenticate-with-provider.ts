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

/** Opens the dangerous actions to this session, as the right password would. */
export async function reauthenticateWithProvider(
  ctx: AccountCall,
  { user, session }: SignedIn,
  identity: Identity,
) {
  const known = await findIdentity(ctx, identity);
  if (known?.user.id !== user.id || !known)
    throw new DomainError(
      "INVALID_CREDENTIALS",
      "This account elsewhere is not connected to yours. Use one that is.",
    );
  recordIdentityUse(ctx, known);
  const authenticatedAt = ctx.work.now;
  ctx.work.write(
    updateStatement(sessions, { authenticatedAt }, { id: session.id }),
  );
  return { proven: true as const };
}
