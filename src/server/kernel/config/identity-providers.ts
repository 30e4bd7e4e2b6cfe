import type { ProviderId } from "#shared/providers";
import type { Environment } from "./environment";

/** An account elsewhere that may sign somebody in here. */
export interface ProviderConfig {
  id: ProviderId;
  /** What its button says: "Continue with …". */
  name: string;
  /** GitHub's address, or the issuer of the identity exactly as it calls itself. */
  url: string;
  clientId: string;
  clientSecret: string;
  /** Whether every address that it calls verified needs no mail from us. Google is so for a Workspace alone. */
  trustsEmail: boolean;
}

/** By what the accounts of a provider are told from those of another one that has the same subjects. */
export function issuerOf({ id, url }: Pick<ProviderConfig, "id" | "url">) {
  return id === "github" ? url.replace(/\/+$/, "") : url;
}

/** The variable that holds the address of each. */
export const PROVIDER_URL_VARIABLES: Record<ProviderId, keyof Environment> = {
  github: "GITHUB_URL",
  google: "GOOGLE_ISSUER",
  oidc: "OIDC_ISSUER",
};

/** Ends the start with a line that names the variable. */
type Refuse = (message: string) => never;

/** Each provider whose variables are set. */
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

/** All of them or none: half of them is a mistake that somebody would otherwise look for on the sign-in page. */
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
