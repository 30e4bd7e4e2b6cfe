import type {
  Profile,
  Start,
  Ties,
} from "#server/core/users/identity-provider";
import type { ProviderId } from "#shared/providers";
import type { Ask } from "./bounded-fetch";

export interface Provider {
  id: ProviderId;
  name: string;
  /** Where the browser is sent. */
  authorizationUrl(start: Start, ask: Ask): Promise<URL>;
  /**
   * Who came back with the code.
   * @throws ProviderFailure, CodeRefused
   */
  identify(code: string, ties: Ties, ask: Ask): Promise<Profile>;
}
