import { PROVIDERS } from "#shared/providers";
import { redirectToProvider } from "../provider-redirect";

/**
 * Sends the tab to an account elsewhere to prove who its person is, for people without a password. It comes back to the
 * page it left, where the person does again what needed the proof.
 *
 * @param id of a provider, as `twoFactor.status` gives it
 */
export async function reauthenticateWithProvider(id: string): Promise<void> {
  const provider = PROVIDERS.find((known) => known === id);
  if (!provider) throw new Error(`No such provider: ${id}`);
  const { pathname, search, hash } = location;
  await redirectToProvider(provider, {
    intent: "proof",
    next: pathname + search + hash,
  });
}
