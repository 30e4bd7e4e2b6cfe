import { z } from "zod";
import {
  issuerOf,
  type ProviderConfig,
} from "#server/kernel/config/identity-providers";
import type { Ask } from "./bounded-fetch";
import { readJson } from "./json";
import type { Profile } from "#server/core/users/identity-provider";
import type { Provider } from "./provider";
import { requestTokens } from "./token-request";

const userForm = z.object({
  id: z.int().positive(),
  login: z.string().min(1).max(100),
  name: z.string().nullish(),
});
const emailsForm = z.array(
  z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }),
);

/** GitHub or GitHub Enterprise Server, over OAuth 2 and the REST API. */
export function createGitHub(
  { id, name, url, clientId, clientSecret }: ProviderConfig,
  redirectUri: string,
): Provider {
  const base = issuerOf({ id, url });
  return {
    id,
    name,
    async authorizationUrl({ state, codeVerifier }) {
      const { CodeChallengeMethod, OAuth2Client } = await import("arctic");
      const client = new OAuth2Client(clientId, clientSecret, redirectUri);
      return client.createAuthorizationURLWithPKCE(
        `${base}/login/oauth/authorize`,
        state,
        CodeChallengeMethod.S256,
        codeVerifier,
        ["user:email"],
      );
    },
    async identify(code, { codeVerifier }, ask) {
      const tokens = await requestTokens(ask, {
        endpoint: `${base}/login/oauth/access_token`,
        method: "post",
        clientId,
        clientSecret,
        redirectUri,
        code,
        codeVerifier,
      });
      return readProfile(ask, base, tokens.accessToken());
    },
  };
}

function apiOf(base: string): string {
  return new URL(base).hostname === "github.com"
    ? "https://api.github.com"
    : `${base}/api/v3`;
}

async function readProfile(
  ask: Ask,
  base: string,
  token: string,
): Promise<Profile> {
  const api = apiOf(base);
  const headers = {
    accept: "application/vnd.github+json",
    authorization: `Bearer ${token}`,
    "user-agent": "tenantry",
  };
  const [user, emails] = await Promise.all([
    ask("the user", `${api}/user`, { headers }).then((response) =>
      readJson("the user", response, userForm),
    ),
    ask("the addresses", `${api}/user/emails`, { headers }).then(readEmails),
  ]);
  const primary = emails.find((email) => email.primary);
  return {
    issuer: base,
    subject: String(user.id),
    label: user.login,
    name: user.name ?? undefined,
    email: primary?.email,
    // GitHub is not authoritative: it keeps an address verified after another person gets the mailbox.
    emailTrust: primary?.verified === true ? "verified" : "unverified",
  };
}

// A GitHub App without the permission to read addresses gets an error. Then the profile has no address.
async function readEmails(response: Response) {
  if (response.status === 403 || response.status === 404) return [];
  return readJson("the addresses", response, emailsForm);
}
