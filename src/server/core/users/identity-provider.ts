import type { ProviderId } from "#shared/providers";

/** The secrets of one OAuth sign-in, which bind the provider's response to the browser that started the sign-in. */
export interface OAuthState {
  state: string;
  /** The PKCE secret. */
  codeVerifier: string;
  nonce: string;
  /** The maximum age of the sign-in at the provider, in seconds. Only a reauthentication sets it. */
  maxAge?: number;
}

export interface AuthorizationRequest extends OAuthState {
  /** Whether the provider must ask the user to sign in, even if the user already has a session at the provider. */
  forceLogin: boolean;
}

/** The data of a user at an identity provider. */
export interface Profile {
  /** The issuer of the subject. Two issuers can use the same subject for two users. */
  issuer: string;
  /** The permanent id of the account at the provider. */
  subject: string;
  /** An email address or user name by which the user recognizes the account. */
  label: string;
  name?: string;
  /** The email address as the provider sends it, not normalized. */
  email?: string;
  /**
   * Who verified the email address.
   * `authoritative`: the provider manages the mailbox, so the address counts as verified.
   * `verified`: the provider verified the address at some time, so the user can create an account. Here the address
   * still counts as unverified.
   * `unverified`: the user must open a mailed link first.
   */
  emailTrust: "authoritative" | "verified" | "unverified";
}

/** The configured identity providers. Every request to a provider has a time limit and a size limit. */
export interface Providers {
  list: { id: ProviderId; name: string }[];
  authorizationUrl(id: ProviderId, start: AuthorizationRequest): Promise<URL>;
  identify(
    id: ProviderId,
    code: string,
    oauthState: OAuthState,
  ): Promise<Profile>;
}
