import type { ProviderId } from "#shared/providers";

/** Secrets of one OAuth redirect: they bind the response of the provider to the browser that was redirected. */
export interface OAuthState {
  state: string;
  /** The PKCE secret. */
  codeVerifier: string;
  nonce: string;
  /**
   * For reauthentication: the maximum age of the sign-in at the provider, in seconds. Undefined when any age is accepted.
   */
  maxAge?: number;
}

export interface AuthorizationRequest extends OAuthState {
  /** Whether the provider must ask the user to sign in even if they have a session there. */
  forceLogin: boolean;
}

/** A user, as a provider describes them. */
export interface Profile {
  /** The issuer that the subject belongs to: another issuer can use the same subject for another user. */
  issuer: string;
  /** The permanent id of the account at the provider. */
  subject: string;
  /** An address or a user name, so that users recognize the account. */
  label: string;
  name?: string;
  /** Not normalized. */
  email?: string;
  /**
   * How far the address can be trusted. `authoritative`: the provider manages the mailbox, so the address counts as verified.
   * `verified`: the provider verified it at some time; an account can be created, with an unverified address. `unverified`: the
   * user must open a mailed link first.
   */
  emailTrust: "authoritative" | "verified" | "unverified";
}

/** The configured providers. Every request to them is limited in time and size. */
export interface Providers {
  list: { id: ProviderId; name: string }[];
  authorizationUrl(id: ProviderId, start: AuthorizationRequest): Promise<URL>;
  identify(
    id: ProviderId,
    code: string,
    oauthState: OAuthState,
  ): Promise<Profile>;
}
