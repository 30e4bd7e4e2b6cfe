import type { DefaultOptions, QueryClient } from "@tanstack/solid-query";
import { reconcile } from "solid-js/store";

/** The routers whose results are rows on a page, and the field that identifies a row. */
const KEYS = {
  projects: "id",
  invitations: "id",
  domains: "id",
  members: "userId",
  linkedAccounts: "id",
  audit: "id",
  passkeys: "id",
};

/**
 * Keeps the elements of rows when their list is read again, with focus and open menus. Solid Query alone would replace every
 * row.
 */
export function reconcileRows(cache: QueryClient): void {
  for (const [router, key] of Object.entries(KEYS)) {
    const options: DefaultOptions["queries"] = { reconcile: keeping(key) };
    cache.setQueryDefaults([[router]], options);
  }
}

/** Merges a copy of `read`: the rows of the cache must not change, because a rollback restores them. */
export function keeping(key: string) {
  return <Data>(shown: Data | undefined, read: Data): Data =>
    reconcile<Data, Data | undefined>(structuredClone(read), { key })(
      shown,
    ) as Data;
}
