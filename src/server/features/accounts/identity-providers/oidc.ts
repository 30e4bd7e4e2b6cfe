import { z } from "zod";
import {
  issuerOf,
  type ProviderConfig,
} from "#server/kernel/config/identity-providers";
import type { Ask, Bounds } from "./bounded-fetch";
import { createDiscover, type Discovered } from "./discovery";
import { ProviderFailure } from "./failure";
import { verifyIdToken } from "./id-token";
import { inForm, readJson } from "./json";
import type { Profile } from "#server/core/users/identity-provider";
import type { Provider } from "./provider";
import { requestTokens } from "./token-request";

/** Providers send unexpected types in optional claims, so a claim of another type counts as missing. */
const text = z.string().min(1).max(500).optional().catch(undefined);
const claimsForm = z.object({
  sub: z.string().min(1),
  name: text,
  preferred_username: text,
  email: text,
  email_verified: z.boolean().optional().catch(undefined),
  /** A claim of Google: the domain of the organization that manages the address. */
  hd: text,
});
type Claims = z.infer<typeof claimsForm>;

interface Options {
  config: ProviderConfig;
  redirectUri: string;
  bounds: Bounds;
  now: () => number;
}

/** Any OpenID Connect provider with a discovery document, such as Google. */
export function createOidc(options: Options): Provider {
  const { config, redirectUri, bounds, now } = options;
  const { id, name, url, clientId, clientSecret } = config;
  const discover = createDiscover(url, bounds);
  return {
    id,
    name,
    async authorizationUrl({ state, codeVerifier, nonce, forceLogin }, ask) {
      const { authorization_endpoint } = await discover(ask);
      const { CodeChallengeMethod, OAuth2Client } = await import("arctic");
      const client = new OAuth2Client(clientId, clientSecret, redirectUri);
      const target = client.createAuthorizationURLWithPKCE(
        authorization_endpoint,
        state,
        CodeChallengeMethod.S256,
        codeVerifier,
        ["openid", "email", "profile"],
      );
      target.searchParams.set("nonce", nonce);
      if (forceLogin) {
        target.searchParams.set("prompt", "login");
        target.searchParams.set("max_age", "0");
      }
      return target;
    },
    async identify(code, { codeVerifier, nonce, maxAge }, ask) {
      const found = await discover(ask);
      const tokens = await requestTokens(ask, {
        endpoint: found.token_endpoint,
        method: clientAuthMethod(found),
        clientId,
        clientSecret,
        redirectUri,
        code,
        codeVerifier,
      });
      const idToken = inForm("the token", tokens.data, idTokenForm).id_token;
      const isAgeKnown = id !== "google";
      const expected = { clientId, nonce, now: now(), maxAge, isAgeKnown };
      const claims = inForm(
        "the id token",
        await verifyIdToken(idToken, found, expected),
        claimsForm,
      );
      const all = await withUserInfo(ask, found, claims, tokens.accessToken());
      return profileOf(all, config);
    },
  };
}

const idTokenForm = z.object({ id_token: z.string().min(1) });

/** The client secret is sent in a header, as the standard says, unless the provider accepts it only in the body. */
function clientAuthMethod(found: Discovered): "basic" | "post" {
  const methods = found.token_endpoint_auth_methods_supported;
  if (!methods || methods.includes("client_secret_basic")) return "basic";
  return "post";
}

/** Adds the claims of the provider's user info if the id token has no address. */
async function withUserInfo(
  ask: Ask,
  { userinfo_endpoint }: Discovered,
  claims: Claims,
  token: string,
): Promise<Claims> {
  if (claims.email !== undefined || !userinfo_endpoint) return claims;
  const what = "the user info";
  const response = await ask(what, userinfo_endpoint, {
    headers: { authorization: `Bearer ${token}` },
  });
  const more = await readJson(what, response, claimsForm);
  // If an attacker had swapped the access token, the user info would contain the address of another user.
  if (more.sub !== claims.sub)
    throw new ProviderFailure(what, "another subject than the id token's");
  return more;
}

function profileOf(claims: Claims, config: ProviderConfig): Profile {
  const { sub, name, email, preferred_username } = claims;
  return {
    issuer: issuerOf(config),
    subject: sub,
    label: (email ?? preferred_username ?? name ?? sub).slice(0, 254),
    name,
    email,
    emailTrust:
      claims.email_verified === true && isAuthoritative(claims, config)
        ? "authoritative"
        : "unverified",
  };
}

/** Google is authoritative only for Workspace domains; the configuration says whether another provider is. */
function isAuthoritative({ hd }: Claims, config: ProviderConfig): boolean {
  return config.id === "google" ? hd !== undefined : config.trustsEmail;
}
