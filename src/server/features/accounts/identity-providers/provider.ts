import type {
  Profile,
  AuthorizationRequest,
  OAuthState,
} from "#server/core/users/identity-provider";
import type { ProviderId } from "#shared/providers";
import type { Ask } from "./bounded-fetch";

export interface Provider {
  id: ProviderId;
  name: string;
  /** Where the browser is sent. */
  authorizationUrl(start: AuthorizationRequest, ask: Ask): Promise<URL>;
  /**
   * Who came back with the code.
   * @throws ProviderFailure, CodeRefused
   */
  identify(code: string, oauthState: OAuthState, ask: Ask): Promise<Profile>;
}
