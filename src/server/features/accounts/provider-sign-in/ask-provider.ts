import type { ProviderId } from "#shared/providers";
import type { Context, RequestFacts } from "#server/rpc/context";
import { DomainError } from "#server/kernel/errors";
import { CodeRefused, ProviderFailure } from "../identity-providers/failure";
import type {
  Profile,
  OAuthState,
  Providers,
} from "#server/core/users/identity-provider";

/** @throws DomainError `NOT_FOUND` for a provider that is not configured */
export function requireProvider(
  { services }: Context,
  provider: ProviderId,
): void {
  if (!services.providers.list.some(({ id }) => id === provider))
    throw new DomainError("NOT_FOUND");
}

/**
 * Calls a provider, and logs a failure of the provider.
 * @throws DomainError `PROVIDER_EXPIRED` if the code was used before or has expired, otherwise `PROVIDER_FAILED`
 */
export async function callProvider<T>(
  { services: { providers, log }, request }: Context,
  provider: ProviderId,
  ask: (providers: Providers) => Promise<T>,
): Promise<T> {
  try {
    return await ask(providers);
  } catch (error) {
    if (error instanceof CodeRefused) throw new DomainError("PROVIDER_EXPIRED");
    if (!(error instanceof ProviderFailure)) throw error;
    const { what, why } = error;
    log.warn({ provider, what, why, requestId: request.id }, "provider failed");
    throw new DomainError("PROVIDER_FAILED");
  }
}

const profiles = new WeakMap<RequestFacts, Promise<Profile>>();

/** Exchanges the code for the profile of the user. A code works once, so a retry of the call reuses the profile. */
export function identifyOnce(
  ctx: Context,
  { provider, ...oauthState }: OAuthState & { provider: ProviderId },
  code: string,
): Promise<Profile> {
  const known = profiles.get(ctx.request);
  if (known) return known;
  const profile = callProvider(ctx, provider, (providers) =>
    providers.identify(provider, code, oauthState),
  );
  profiles.set(ctx.request, profile);
  return profile;
}
