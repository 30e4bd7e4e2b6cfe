import { generateCodeVerifier, generateState } from "arctic";
import { eq } from "drizzle-orm";
import type { ProviderId } from "#shared/providers";
import { safePath } from "#shared/safe-path";
import type { Context } from "#server/rpc/context";
import { newToken } from "#server/kernel/crypto";
import { DomainError } from "#server/kernel/errors";
import { requireRecentAuthentication } from "#server/core/sessions/reauthentication";
import { users } from "#server/core/users/table";
import type { SignedIn } from "#server/core/sessions/sessions";
import { requireProvider, callProvider } from "./ask-provider";
import { storeRedirect, type Redirect } from "./redirect-cookie";

type Intent = Pick<Redirect, "provider" | "intent" | "userId"> & {
  next?: string;
};

/** Where to send the browser for somebody who is to be signed in. */
export function startSignIn(
  ctx: Context,
  { provider, next }: { provider: ProviderId; next?: string },
) {
  return start(ctx, { provider, next, intent: "sign-in", userId: null });
}

/** Where to send it for another way in: whoever stole a session must not add one. */
export function startLink(
  ctx: Context,
  { user, session }: SignedIn,
  { provider }: { provider: ProviderId },
) {
  requireRecentAuthentication(session.authenticatedAt, ctx.services.now());
  const next = "/account/linked";
  return start(ctx, { provider, next, intent: "link", userId: user.id });
}

/** Where to send it for a proof by an account elsewhere; whoever has a password proves themselves with that. */
export async function startProof(
  ctx: Context,
  { user }: SignedIn,
  { provider, next }: { provider: ProviderId; next?: string },
) {
  const row = await ctx.db.drizzle
    .select({ passwordHash: users.passwordHash })
    .from(users)
    .where(eq(users.id, user.id))
    .get();
  if (row?.passwordHash)
    throw new DomainError("INVALID_INPUT", "Confirm with your password.");
  return start(ctx, { provider, next, intent: "prove", userId: user.id });
}

/** Browsers drop a cookie of more than 4,096 bytes, and with it the whole way back. */
const LONGEST_NEXT = 1500;

async function start(ctx: Context, { next, ...intent }: Intent) {
  requireProvider(ctx, intent.provider);
  const oauthState = {
    state: generateState(),
    codeVerifier: generateCodeVerifier(),
    nonce: newToken(),
  };
  const url = await callProvider(ctx, intent.provider, (providers) =>
    providers.authorizationUrl(intent.provider, {
      ...oauthState,
      forceLogin: intent.intent === "prove",
    }),
  );
  const { origin } = ctx.services.config.publicUrl;
  const path = safePath(next, origin);
  const isShort = path.length <= LONGEST_NEXT;
  storeRedirect(ctx, { ...intent, ...oauthState, next: isShort ? path : "/" });
  return { url: url.href };
}
