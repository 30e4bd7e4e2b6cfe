import type { JWTVerifyGetKey } from "jose";
import { z } from "zod";
import { type Ask, type Bounds, createAsk } from "./bounded-fetch";
import { ProviderFailure } from "./failure";
import { readJson } from "./json";

const WHAT = "the discovery document";
const FRESH_MS = 60 * 60 * 1000;

const webAddress = z.url({ protocol: /^https?$/ });
const form = z.object({
  issuer: z.string(),
  authorization_endpoint: webAddress,
  token_endpoint: webAddress,
  jwks_uri: webAddress,
  userinfo_endpoint: webAddress.optional(),
  token_endpoint_auth_methods_supported: z.array(z.string()).optional(),
});

/** The discovery document of an issuer, with the public keys of the issuer. */
export interface Discovered extends z.infer<typeof form> {
  keys: JWTVerifyGetKey;
}

export type Discover = (ask: Ask) => Promise<Discovered>;

/** Creates a function that reads the discovery document. A document is cached for an hour; a failure is not. */
export function createDiscover(issuer: string, bounds: Bounds): Discover {
  let cached: { found: Discovered; at: number } | undefined;
  return async (ask) => {
    if (cached && Date.now() - cached.at < FRESH_MS) return cached.found;
    const found = await discover(issuer, bounds, ask);
    cached = { found, at: Date.now() };
    return found;
  };
}

async function discover(
  issuer: string,
  bounds: Bounds,
  ask: Ask,
): Promise<Discovered> {
  const url = `${issuer.replace(/\/+$/, "")}/.well-known/openid-configuration`;
  const document = await readJson(WHAT, await ask(WHAT, url), form);
  if (document.issuer !== issuer)
    throw new ProviderFailure(WHAT, "another issuer than is configured");
  requireHttps(issuer, document);
  return { ...document, keys: await remoteKeys(document.jwks_uri, bounds) };
}

/** If the issuer uses https, every address in its discovery document must use https. */
function requireHttps(issuer: string, document: z.infer<typeof form>): void {
  if (!issuer.startsWith("https:")) return;
  const { authorization_endpoint, token_endpoint, jwks_uri } = document;
  const { userinfo_endpoint = issuer } = document;
  for (const address of [
    authorization_endpoint,
    token_endpoint,
    jwks_uri,
    userinfo_endpoint,
  ])
    if (!address.startsWith("https:"))
      throw new ProviderFailure(WHAT, "names an address without https");
}

/** Loads the issuer's public keys on demand and caches them. An unknown key id makes it load them again. */
async function remoteKeys(
  address: string,
  bounds: Bounds,
): Promise<JWTVerifyGetKey> {
  const jose = await import("jose");
  return jose.createRemoteJWKSet(new URL(address), {
    timeoutDuration: bounds.milliseconds,
    [jose.customFetch]: (url, { signal, ...init }) =>
      createAsk(bounds, signal)("the keys", url, init),
  });
}
