import type { ProviderId } from "#shared/providers";

/** What ties the answer of a provider to the browser that was sent there. */
export interface OAuthState {
  state: string;
  /** The secret half of PKCE. */
  codeVerifier: string;
  nonce: string;
  /**
   * For a proof: how many seconds before the answer the person may have signed in at the provider, at most. Undefined where
   * an older sign-in is enough.
   */
  maxAge?: number;
}

export interface AuthorizationRequest extends OAuthState {
  /** The provider is to ask who it is, also whom it knows already. */
  forceLogin: boolean;
}

/** Who somebody is at a provider. */
export interface Profile {
  /** Whose subject it is: another issuer may give the same one to another person. */
  issuer: string;
  /** The provider's unchanging id of the account. */
  subject: string;
  /** How the person recognizes the account: an address or a user name. */
  label: string;
  name?: string;
  /** As the provider gave it. */
  email?: string;
  /**
   * `proven`: the provider is authoritative for the address. `once proven`: the provider saw a proof at some time, which is
   * enough for an account whose address is not verified. `unproven`: a mail has to prove it first.
   */
  mailbox: "proven" | "once proven" | "unproven";
}

/** The providers that are configured, each asked within its bounds. */
export interface Providers {
  list: { id: ProviderId; name: string }[];
  authorizationUrl(id: ProviderId, start: AuthorizationRequest): Promise<URL>;
  identify(
    id: ProviderId,
    code: string,
    oauthState: OAuthState,
  ): Promise<Profile>;
}
