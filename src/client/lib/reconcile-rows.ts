import type { DefaultOptions, QueryClient } from "@tanstack/solid-query";
import { reconcile } from "solid-js/store";

/** The routers whose answers are rows on a page, and the field that tells those apart. */
const KEYS = {
  projects: "id",
  invitations: "id",
  domains: "id",
  members: "userId",
  identities: "id",
  audit: "id",
  passkeys: "id",
};

/**
 * Keeps a row's place on the page when its list is read anew: its focus, an open menu. Solid Query alone would replace
 * every row each time.
 */
export function reconcileRows(cache: QueryClient): void {
  for (const [router, key] of Object.entries(KEYS)) {
    const options: DefaultOptions["queries"] = { reconcile: keeping(key) };
    cache.setQueryDefaults([[router]], options);
  }
}

/** In place of `read` a copy is merged: the cache's own rows must not change, since a roll-back returns to them. */
export function keeping(key: string) {
  return <Data>(shown: Data | undefined, read: Data): Data =>
    reconcile<Data, Data | undefined>(structuredClone(read), { key })(
      shown,
    ) as Data;
}
