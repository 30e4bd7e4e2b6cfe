import type { ProviderId } from "#shared/providers";
import type { Context, RequestFacts } from "#server/rpc/context";
import { DomainError } from "#server/kernel/errors";
import { CodeRefused, ProviderFailure } from "../identity-providers/failure";
import type {
  Profile,
  OAuthState,
  Providers,
} from "#server/core/users/identity-provider";

/** @throws DomainError `NOT_FOUND` for a provider that is not configured. */
export function requireProvider(
  { services }: Context,
  provider: ProviderId,
): void {
  if (!services.providers.list.some(({ id }) => id === provider))
    throw new DomainError("NOT_FOUND");
}

/** Asks a provider; its failures are refusals here, and the log says which. */
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

const asked = new WeakMap<RequestFacts, Promise<Profile>>();

/** Who came back. A code opens once: a call that is run again on fresh reads must not ask with it again. */
export function identifyOnce(
  ctx: Context,
  { provider, ...oauthState }: OAuthState & { provider: ProviderId },
  code: string,
): Promise<Profile> {
  const known = asked.get(ctx.request);
  if (known) return known;
  const profile = callProvider(ctx, provider, (providers) =>
    providers.identify(provider, code, oauthState),
  );
  asked.set(ctx.request, profile);
  return profile;
}
