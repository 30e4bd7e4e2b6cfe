import type { ProviderId } from "#shared/providers";
import type { Config } from "#server/kernel/config/config";
import type { ProviderConfig } from "#server/kernel/config/identity-providers";
import {
  type Bounds,
  createAsk,
  DEFAULT_BOUNDS,
  within,
} from "./bounded-fetch";
import { createGitHub } from "./github";
import { createOidc } from "./oidc";
import type { Providers } from "#server/core/users/identity-provider";
import type { Provider } from "./provider";

interface Options {
  now?: () => number;
  bounds?: Bounds;
}

export function createProviders(
  { providers, publicUrl }: Pick<Config, "providers" | "publicUrl">,
  { now = Date.now, bounds = DEFAULT_BOUNDS }: Options = {},
): Providers {
  const create = (config: ProviderConfig): Provider => {
    const redirectUri = new URL(`/sign-in/with/${config.id}`, publicUrl).href;
    return config.id === "github"
      ? createGitHub(config, redirectUri)
      : createOidc({ config, redirectUri, bounds, now });
  };
  const known = new Map(providers.map((config) => [config.id, create(config)]));
  const get = (id: ProviderId): Provider => {
    const found = known.get(id);
    if (!found) throw new Error(`Not configured: ${id}`);
    return found;
  };
  return {
    list: providers.map(({ id, name }) => ({ id, name })),
    authorizationUrl: (id, start) =>
      within(bounds, (signal) =>
        get(id).authorizationUrl(start, createAsk(bounds, signal)),
      ),
    identify: (id, code, oauthState) =>
      within(bounds, (signal) =>
        get(id).identify(code, oauthState, createAsk(bounds, signal)),
      ),
  };
}
