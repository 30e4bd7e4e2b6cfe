import { PROVIDERS } from "#shared/providers";
import { redirectToProvider } from "../provider-redirect";

/**
 * Sends the tab to a sign-in provider for reauthentication, for users without a password. The provider sends the tab
 * back to this page, where the user repeats the action.
 * @param id the id of a provider, from `twoFactor.status`
 */
export async function reauthenticateWithProvider(id: string): Promise<void> {
  const provider = PROVIDERS.find((known) => known === id);
  if (!provider) throw new Error(`No such provider: ${id}`);
  const { pathname, search, hash } = location;
  await redirectToProvider(provider, {
    purpose: "reauthenticate",
    next: pathname + search + hash,
  });
}
