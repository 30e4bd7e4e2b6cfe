import { eq } from "drizzle-orm";
import type { ProviderId } from "#shared/providers";
import { safePath } from "#shared/safe-path";
import type { Context } from "#server/rpc/context";
import { newToken } from "#server/kernel/crypto";
import { invalidField } from "#server/kernel/errors";
import { requireRecentAuthentication } from "#server/core/sessions/reauthentication";
import { users } from "#server/core/users/table";
import type { SignedIn } from "#server/core/sessions/sessions";
import { requireProvider, callProvider } from "./ask-provider";
import { storeRedirect, type Redirect } from "./redirect-cookie";

type Intent = Pick<Redirect, "provider" | "intent" | "userId"> & {
  next?: string;
};

/** Starts a sign-in or sign-up with a provider. Returns the address at the provider that the browser must open. */
export function startSignIn(
  ctx: Context,
  { provider, next }: { provider: ProviderId; next?: string },
) {
  return start(ctx, { provider, next, intent: "sign-in", userId: null });
}

/**
 * Starts to link an account. A stolen session must not be enough for this, so reauthentication is required.
 * @throws DomainError `REAUTHENTICATION_REQUIRED`
 */
export function startLink(
  ctx: Context,
  { user, session }: SignedIn,
  { provider }: { provider: ProviderId },
) {
  requireRecentAuthentication(session.authenticatedAt, ctx.services.now());
  const next = "/account/linked";
  return start(ctx, { provider, next, intent: "link", userId: user.id });
}

/**
 * Starts a reauthentication with a linked account, for users without a password.
 * @throws DomainError `INVALID_INPUT` for a user with a password
 */
export async function startReauthentication(
  ctx: Context,
  { user }: SignedIn,
  { provider, next }: { provider: ProviderId; next?: string },
) {
  const row = await ctx.db.drizzle
    .select({ passwordHash: users.passwordHash })
    .from(users)
    .where(eq(users.id, user.id))
    .get();
  if (row?.passwordHash) throw invalidField("", "PASSWORD_CONFIRMATION");
  return start(ctx, {
    provider,
    next,
    intent: "reauthenticate",
    userId: user.id,
  });
}

/** The path is stored in a cookie, and browsers drop cookies over 4,096 bytes. */
const MAX_NEXT_LENGTH = 1500;

async function start(ctx: Context, { next, ...intent }: Intent) {
  requireProvider(ctx, intent.provider);
  const { generateCodeVerifier, generateState } = await import("arctic");
  const oauthState = {
    state: generateState(),
    codeVerifier: generateCodeVerifier(),
    nonce: newToken(),
  };
  const url = await callProvider(ctx, intent.provider, (providers) =>
    providers.authorizationUrl(intent.provider, {
      ...oauthState,
      forceLogin: intent.intent === "reauthenticate",
    }),
  );
  const { origin } = ctx.services.config.publicUrl;
  const path = safePath(next, origin);
  const isShort = path.length <= MAX_NEXT_LENGTH;
  storeRedirect(ctx, { ...intent, ...oauthState, next: isShort ? path : "/" });
  return { url: url.href };
}
