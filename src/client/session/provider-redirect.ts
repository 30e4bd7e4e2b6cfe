import { z } from "zod";
import type { ProviderId } from "#shared/providers";
import { api } from "./api";
import { redirectTo } from "./redirect";

const STORAGE_KEY = "tenantry.provider";

/** The reason why the tab goes to a sign-in provider, and the page that it opens afterwards. */
const intentSchema = z.object({
  purpose: z.enum(["sign-in", "link", "reauthenticate"]),
  next: z.string(),
});
export type OAuthIntent = z.infer<typeof intentSchema>;

/**
 * Sends this tab to a sign-in provider, which sends it back to `/sign-in/with/{provider}`.
 * @returns after a while if the tab still shows this page: the user came back, or the provider did not answer
 */
export async function redirectToProvider(
  provider: ProviderId,
  intent: OAuthIntent,
): Promise<void> {
  const { url } = await start(provider, intent);
  storeIntent(intent);
  await redirectTo(url);
}

function start(provider: ProviderId, { purpose, next }: OAuthIntent) {
  switch (purpose) {
    case "sign-in":
      return api.linkedAccounts.startSignIn.mutate({ provider, next });
    case "link":
      return api.linkedAccounts.startLink.mutate({ provider });
    case "reauthenticate":
      return api.linkedAccounts.startReauthentication.mutate({
        provider,
        next,
      });
  }
}

/** Returns the intent of the last redirect in this tab, so that the user can try again. */
export function lastIntent(): OAuthIntent {
  try {
    const stored = sessionStorage.getItem(STORAGE_KEY);
    return intentSchema.parse(JSON.parse(stored ?? "null"));
  } catch {
    return { purpose: "sign-in", next: "/" };
  }
}

function storeIntent(intent: OAuthIntent): void {
  try {
    sessionStorage.setItem(STORAGE_KEY, JSON.stringify(intent));
  } catch {
    // If the browser blocks storage, the intent is lost, and trying again starts a sign-in.
  }
}
