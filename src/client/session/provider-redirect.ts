import { z } from "zod";
import type { ProviderId } from "#shared/providers";
import { api } from "./api";
import { redirectTo } from "./redirect";

const STORAGE_KEY = "tenantry.provider";

/** What somebody goes to another service for, and where they go on afterwards. */
const intentSchema = z.object({
  intent: z.enum(["sign-in", "link", "proof"]),
  next: z.string(),
});
export type OAuthIntent = z.infer<typeof intentSchema>;

/**
 * Sends this tab to another service, which sends it back to `/sign-in/with/{provider}`.
 *
 * @returns when the tab is still here after all: it came back, or nothing answered.
 */
export async function redirectToProvider(
  provider: ProviderId,
  errand: OAuthIntent,
): Promise<void> {
  const { url } = await start(provider, errand);
  storeIntent(errand);
  await redirectTo(url);
}

function start(provider: ProviderId, { intent, next }: OAuthIntent) {
  switch (intent) {
    case "sign-in":
      return api.identities.startSignIn.mutate({ provider, next });
    case "link":
      return api.identities.startLink.mutate({ provider });
    case "proof":
      return api.identities.startProof.mutate({ provider, next });
  }
}

/** What this tab was sent for: somebody who is to try again goes for the same. */
export function lastIntent(): OAuthIntent {
  try {
    const stored = sessionStorage.getItem(STORAGE_KEY);
    return intentSchema.parse(JSON.parse(stored ?? "null"));
  } catch {
    return { intent: "sign-in", next: "/" };
  }
}

function storeIntent(errand: OAuthIntent): void {
  try {
    sessionStorage.setItem(STORAGE_KEY, JSON.stringify(errand));
  } catch {
    // Without storage, trying again means signing in again.
  }
}
