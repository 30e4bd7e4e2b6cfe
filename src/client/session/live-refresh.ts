import type { QueryClient, QueryKey } from "@tanstack/solid-query";
import { matchingKey } from "#sdk/query-key";
import type { LiveKind } from "#shared/live";

/**
 * The shortest time between two refetches. Changes that follow each other are grouped, and still shown within a
 * second.
 */
const AT_MOST_EVERY_MS = 400;

/** For each kind of change, the procedures or routers whose cached answers become stale. */
const INVALIDATES: Record<Exclude<LiveKind, "lost">, readonly string[]> = {
  you: ["auth.context"],
  // A change of the plan changes which members can write, and in which projects.
  organization: [
    "auth.context",
    "organizations",
    "members",
    "people",
    "projects",
    "billing.get",
    "usage",
    "analytics",
    "dashboard",
  ],
  // The API keys of a member end with the membership, a service account can lose its steward, and the list of roles
  // counts the members of each role.
  members: [
    "roles",
    "requests",
    "members",
    "people",
    "organizations",
    "links",
    "apiKeys",
    "serviceAccounts",
    "billing.get",
    "analytics",
    "dashboard",
  ],
  roles: [
    "roles",
    "members",
    "people",
    "invitations",
    "serviceAccounts",
    "dashboard",
  ],
  invitations: ["invitations", "people", "analytics", "dashboard"],
  links: ["links"],
  domains: ["domains", "dashboard"],
  transfers: ["transfers", "organizations", "dashboard"],
  requests: ["requests", "dashboard"],
  projects: ["projects", "people", "billing.get", "analytics", "dashboard"],
  apiKeys: ["apiKeys", "serviceAccounts", "usage", "dashboard"],
  billing: ["billing", "dashboard"],
  audit: ["audit"],
};

/**
 * Refetches the data that other users have changed. Waits until the user's own mutations are done, because an older
 * answer would undo their optimistic updates.
 */
export function createRefresh(cache: QueryClient) {
  const stale = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;
  let lastAt = Number.NEGATIVE_INFINITY;
  const unsubscribe = cache.getMutationCache().subscribe(() => plan());

  const plan = () => {
    if (timer !== undefined || stale.size === 0) return;
    const wait = Math.max(0, lastAt + AT_MOST_EVERY_MS - performance.now());
    timer = setTimeout(flush, wait);
  };
  const flush = () => {
    timer = undefined;
    if (cache.isMutating() > 0) return;
    lastAt = performance.now();
    const paths = [...stale];
    stale.clear();
    for (const path of paths) {
      const queryKey = matchingKey(path);
      for (const load of firstLoads(cache, queryKey))
        void load.then(
          () => markStale(path),
          () => undefined,
        );
      void cache.invalidateQueries({ queryKey });
    }
  };
  const markStale = (...paths: readonly string[]) => {
    if (isStopped) return;
    for (const path of paths) stale.add(path);
    plan();
  };

  return {
    markStale(kind: Exclude<LiveKind, "lost">): void {
      markStale(...INVALIDATES[kind]);
    },
    /** Refetches all cached data, because changes may have been missed. */
    all(): void {
      markStale("");
    },
    stop(): void {
      isStopped = true;
      clearTimeout(timer);
      unsubscribe();
    },
  };
}

/**
 * Returns the first loads in progress. The cache joins a running first load instead of fetching again, and the answer
 * of that load may be older than the change.
 */
function firstLoads(
  cache: QueryClient,
  queryKey: QueryKey,
): readonly Promise<unknown>[] {
  return cache
    .getQueryCache()
    .findAll({ queryKey, fetchStatus: "fetching" })
    .filter(({ state }) => state.data === undefined)
    .flatMap(({ promise }) => promise ?? []);
}
