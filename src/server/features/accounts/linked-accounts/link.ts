import { DomainError } from "#server/kernel/errors";
import { identityLinkedMail } from "./mail";
import type { AuthCall } from "../account-call";
import type { SignedIn } from "#server/core/sessions/sessions";
import { renewSession } from "../sessions/start-session";
import { addIdentity } from "./identities";
import { findIdentity } from "./find-identity";
import type { Identity } from "../provider-sign-in/sign-in-with-provider";

/**
 * Makes the account elsewhere another way in; its owner is told.
 * @throws DomainError `IDENTITY_TAKEN` when it signs in somebody else
 */
export async function linkIdentity(
  ctx: AuthCall,
  signedIn: SignedIn,
  identity: Identity,
) {
  const { user } = signedIn;
  const known = await findIdentity(ctx, identity);
  if (known && known.user.id !== user.id)
    throw new DomainError("IDENTITY_TAKEN");
  if (!known) {
    addIdentity(ctx.work, user.id, identity, overtaken);
    await renewSession(ctx, signedIn);
    const provider = providerName(ctx, identity.provider);
    const link = ctx.services.links.linkedAccounts();
    const { label } = identity;
    await ctx.post(
      identityLinkedMail({ to: user.email, provider, label, link }),
      { kind: "notice" },
    );
  }
  return { linked: identity.provider };
}

/** What people call the provider; its id, when it is not configured any more. */
export function providerName({ services }: AuthCall, id: string): string {
  return services.providers.list.find((one) => one.id === id)?.name ?? id;
}

function overtaken(): DomainError {
  return new DomainError("BUSY", undefined, { retry: true });
}
