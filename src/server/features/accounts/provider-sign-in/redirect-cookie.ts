import { z } from "zod";
import { PROVIDERS, type ProviderId } from "#shared/providers";
import type { Context } from "#server/rpc/context";
import { equalHashes } from "#server/kernel/crypto";
import { DomainError } from "#server/kernel/errors";
import { hostCookie } from "../host-cookie";

const VALID_SECONDS = 10 * 60;

/** What a browser takes to a provider and brings back; sealed, so that it can neither be read nor made up. */
const form = z.object({
  provider: z.enum(PROVIDERS),
  state: z.string(),
  codeVerifier: z.string(),
  nonce: z.string(),
  /** What is to become of it: a sign-in, another way in for this person, or a proof of who they are. */
  intent: z.enum(["sign-in", "link", "prove"]),
  /** Who asked for it; nobody for a sign-in. */
  userId: z.string().nullable(),
  /** A path of this site. */
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
 * What this browser was sent to the provider for. It opens once: the cookie goes with what it led to, and is kept where
 * that was refused, for whoever only came back the wrong way.
 * @throws DomainError `PROVIDER_EXPIRED` when it is not this browser's, this provider's, or in time
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

/** How many seconds ago the browser was sent away. */
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
