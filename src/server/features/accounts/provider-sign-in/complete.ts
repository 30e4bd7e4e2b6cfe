import type { ProviderId } from "#shared/providers";
import { DomainError } from "#server/kernel/errors";
import type { AccountCall } from "../account-call";
import type { SignedIn } from "#server/core/sessions/sessions";
import { findCurrentSession } from "../sessions/current-session";
import { identifyOnce, requireProvider } from "./ask-provider";
import { linkIdentity } from "../linked-accounts/service";
import { reauthenticateWithProvider } from "./reauthenticate-with-provider";
import {
  secondsSinceRedirect,
  type Redirect,
  readRedirect,
} from "./redirect-cookie";
import { signInWithProvider } from "./sign-in-with-provider";

export interface Return {
  provider: ProviderId;
  code: string;
  state: string;
  /** The token of a mailed invitation. It verifies the address that the invitation was mailed to. */
  invitationToken?: string;
}

/**
 * Completes a redirect from a provider: a sign-in, the linking of an account, or a reauthentication.
 * @throws DomainError `PROVIDER_EXPIRED`, `PROVIDER_FAILED`, or an error of these three actions
 */
export async function complete(ctx: AccountCall, returned: Return) {
  const { provider, code } = returned;
  requireProvider(ctx, provider);
  const redirect = readRedirect(ctx, returned);
  const { intent, next } = redirect;
  // The session is checked first, because the request to the provider uses up the code.
  const signedIn =
    intent === "sign-in" ? undefined : await requireSameUser(ctx, redirect);
  const maxAge =
    intent === "reauthenticate"
      ? secondsSinceRedirect(ctx, redirect)
      : undefined;
  const profile = await identifyOnce(ctx, { ...redirect, maxAge }, code);
  const identity = { provider, ...profile };
  if (!signedIn)
    return signInWithProvider(ctx, identity, { ...returned, next });
  const answer =
    intent === "link"
      ? await linkIdentity(ctx, signedIn, identity)
      : await reauthenticateWithProvider(ctx, signedIn, identity);
  return { ...answer, next };
}

/** Requires that the session of this browser belongs to the user who started the redirect. */
async function requireSameUser(
  ctx: AccountCall,
  { userId }: Redirect,
): Promise<SignedIn> {
  const signedIn = await findCurrentSession(ctx);
  if (!signedIn || signedIn.user.id !== userId)
    throw new DomainError("PROVIDER_EXPIRED");
  return signedIn;
}
