import type { DefaultOptions, QueryClient } from "@tanstack/solid-query";
import { reconcile } from "solid-js/store";

/** The API routers whose answers are rows on a page, each with the field that identifies a row. */
const KEYS = {
  projects: "id",
  invitations: "id",
  domains: "id",
  members: "userId",
  people: "id",
  linkedAccounts: "id",
  audit: "id",
  passkeys: "id",
};

/**
 * Keeps the elements of rows, with their focus and open menus, when a list is fetched again. Solid Query alone would
 * replace every row.
 */
export function reconcileRows(cache: QueryClient): void {
  for (const [router, key] of Object.entries(KEYS)) {
    const options: DefaultOptions["queries"] = { reconcile: keeping(key) };
    cache.setQueryDefaults([[router]], options);
  }
}

/**
 * Merges a copy of the fetched data into the shown data. The fetched rows must not change, because a rollback
 * restores them.
 */
export function keeping(key: string) {
  return <Data>(shown: Data | undefined, read: Data): Data =>
    reconcile<Data, Data | undefined>(structuredClone(read), { key })(
      shown,
    ) as Data;
}
