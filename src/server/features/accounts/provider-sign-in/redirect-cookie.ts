import { z } from "zod";
import { PROVIDERS, type ProviderId } from "#shared/providers";
import type { Context } from "#server/rpc/context";
import { equalHashes } from "#server/kernel/crypto";
import { DomainError } from "#server/kernel/errors";
import { hostCookie } from "../host-cookie";

const VALID_SECONDS = 10 * 60;

/** The state of a redirect to a provider. It is sealed in a cookie, so that it can be neither read nor forged. */
const form = z.object({
  provider: z.enum(PROVIDERS),
  state: z.string(),
  codeVerifier: z.string(),
  nonce: z.string(),
  intent: z.enum(["sign-in", "link", "reauthenticate"]),
  /** The user who started the redirect; null for a sign-in. */
  userId: z.string().nullable(),
  /** The path of this site where the user continues. */
  next: z.string(),
  expiresAt: z.number(),
});

export type Redirect = z.infer<typeof form>;

const cookie = hostCookie("redirect", /^[\w-]{40,3000}$/);

export function storeRedirect(
  ctx: Context,
  redirect: Omit<Redirect, "expiresAt">,
): void {
  const { sealers, now } = ctx.services;
  const expiresAt = now() + VALID_SECONDS * 1000;
  const sealed = sealers.redirect.seal({ ...redirect, expiresAt });
  cookie.set(ctx, sealed, VALID_SECONDS);
}

/**
 * Reads the redirect state from the cookie of this browser, and clears the cookie. If the call fails, the response sets
 * no cookie, so the browser can send the same state again.
 * @throws DomainError `PROVIDER_EXPIRED` in another browser, for another provider, or after ten minutes
 */
export function readRedirect(
  ctx: Context,
  { provider, state }: { provider: ProviderId; state: string },
): Redirect {
  const sealed = cookie.read(ctx);
  cookie.clear(ctx);
  const found = sealed === undefined ? undefined : open(ctx, sealed);
  if (
    !found ||
    found.provider !== provider ||
    found.expiresAt <= ctx.services.now() ||
    !equalHashes(found.state, state)
  )
    throw new DomainError("PROVIDER_EXPIRED");
  return found;
}

/** Returns the time since the redirect to the provider, in seconds. */
export function secondsSinceRedirect(
  { services }: Context,
  { expiresAt }: Pick<Redirect, "expiresAt">,
): number {
  const sentAt = expiresAt - VALID_SECONDS * 1000;
  return Math.ceil((services.now() - sentAt) / 1000);
}

function open(ctx: Context, sealed: string): Redirect | undefined {
  try {
    return form.parse(ctx.services.sealers.redirect.open(sealed));
  } catch {
    return undefined;
  }
}
