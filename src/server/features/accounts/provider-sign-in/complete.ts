import type { ProviderId } from "#shared/providers";
import { DomainError } from "#server/kernel/errors";
import type { AccountCall } from "../account-call";
import type { SignedIn } from "#server/core/sessions/sessions";
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
  /** Of an invitation in hand: it arrived by mail, and so proves the mailbox. */
  invitationToken?: string;
}

/**
 * What follows the way back from a provider; what that is was decided when the browser was sent there.
 * @throws DomainError `PROVIDER_EXPIRED`, `PROVIDER_FAILED` and what the intent may refuse
 */
export async function complete(ctx: AccountCall, returned: Return) {
  const { provider, code } = returned;
  requireProvider(ctx, provider);
  const redirect = readRedirect(ctx, returned);
  const { intent, next } = redirect;
  // Before the code is used: it would be of use to nobody else.
  const signedIn =
    intent === "sign-in" ? undefined : await requireSameUser(ctx, redirect);
  const maxAge =
    intent === "prove" ? secondsSinceRedirect(ctx, redirect) : undefined;
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

/** Whoever is signed in now must be who asked for it. */
async function requireSameUser(
  ctx: AccountCall,
  { userId }: Redirect,
): Promise<SignedIn> {
  const { sessions } = ctx.services;
  const { bearer, cookieHeader, address } = ctx.request;
  const token = bearer ? undefined : sessions.readCookie(cookieHeader);
  const signedIn = token
    ? await sessions.authenticate(token, undefined, {
        address,
        forMutation: false,
      })
    : undefined;
  if (signedIn?.user.id !== userId || !signedIn)
    throw new DomainError("PROVIDER_EXPIRED");
  return signedIn;
}
