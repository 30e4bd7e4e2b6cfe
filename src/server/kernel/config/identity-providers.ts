import type { ProviderId } from "#shared/providers";
import type { Environment } from "./environment";

/** An identity provider for sign-in. */
export interface ProviderConfig {
  id: ProviderId;
  /** The name on the button "Continue with …". */
  name: string;
  /** The URL of GitHub, or the exact issuer of an OpenID provider. */
  url: string;
  clientId: string;
  clientSecret: string;
  /**
   * Whether an email address that the provider calls verified needs no verification mail. Google is not trusted,
   * because its statement is only reliable for the addresses of a Google Workspace.
   */
  trustsEmail: boolean;
}

/**
 * Returns the issuer that is stored with a linked account, because two providers can use the same subject for different
 * users.
 */
export function issuerOf({ id, url }: Pick<ProviderConfig, "id" | "url">) {
  return id === "github" ? url.replace(/\/+$/, "") : url;
}

/** The environment variable that contains the URL of each identity provider. */
export const PROVIDER_URL_VARIABLES: Record<ProviderId, keyof Environment> = {
  github: "GITHUB_URL",
  google: "GOOGLE_ISSUER",
  oidc: "OIDC_ISSUER",
};

/** Stops the start of the program with a message of one line, which names the invalid variable. */
type Refuse = (message: string) => never;

/** Returns the identity providers whose environment variables are set. */
export function readProviders(
  env: Environment,
  refuse: Refuse,
): ProviderConfig[] {
  const { GITHUB_CLIENT_ID, GITHUB_CLIENT_SECRET, GITHUB_URL } = env;
  const { GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET, GOOGLE_ISSUER } = env;
  const { OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_ISSUER } = env;
  const providers: ProviderConfig[] = [];
  if (areSet({ GITHUB_CLIENT_ID, GITHUB_CLIENT_SECRET }, refuse))
    providers.push({
      id: "github",
      name: "GitHub",
      url: GITHUB_URL,
      clientId: GITHUB_CLIENT_ID ?? "",
      clientSecret: GITHUB_CLIENT_SECRET ?? "",
      trustsEmail: false,
    });
  if (areSet({ GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET }, refuse))
    providers.push({
      id: "google",
      name: "Google",
      url: GOOGLE_ISSUER,
      clientId: GOOGLE_CLIENT_ID ?? "",
      clientSecret: GOOGLE_CLIENT_SECRET ?? "",
      trustsEmail: false,
    });
  if (areSet({ OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET }, refuse))
    providers.push({
      id: "oidc",
      name: env.OIDC_NAME,
      url: OIDC_ISSUER ?? "",
      clientId: OIDC_CLIENT_ID ?? "",
      clientSecret: OIDC_CLIENT_SECRET ?? "",
      trustsEmail: env.OIDC_TRUSTS_EMAIL,
    });
  return providers;
}

/**
 * Whether the variables of a provider are set. If only some of them are set, the program does not start and reports a
 * missing variable.
 */
function areSet(
  variables: Record<string, string | undefined>,
  refuse: Refuse,
): boolean {
  const names = Object.keys(variables);
  const set = names.filter((name) => variables[name] !== undefined);
  const missing = names.find((name) => variables[name] === undefined);
  if (set.length > 0 && missing !== undefined)
    refuse(`${missing}: must be set together with ${set[0]}`);
  return set.length > 0;
}
