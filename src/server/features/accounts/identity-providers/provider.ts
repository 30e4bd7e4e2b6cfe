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
  authorizationUrl(start: AuthorizationRequest, ask: Ask): Promise<URL>;
  /**
   * Exchanges the code for the profile of the user at the provider.
   * @throws ProviderFailure, CodeRefused
   */
  identify(code: string, oauthState: OAuthState, ask: Ask): Promise<Profile>;
}
