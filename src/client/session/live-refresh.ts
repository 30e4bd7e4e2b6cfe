import type { QueryClient, QueryKey } from "@tanstack/solid-query";
import { matchingKey } from "#sdk/query-key";
import type { LiveKind } from "#shared/live";

/** Many changes in a row are read once, and soon enough to be there within a second. */
const AT_MOST_EVERY_MS = 400;

/** The procedures, or all of a router, whose answers each kind of change makes old. */
const INVALIDATES: Record<Exclude<LiveKind, "lost">, readonly string[]> = {
  you: ["auth.context"],
  // Its plan decides who may write, and in which projects.
  organization: [
    "auth.context",
    "organizations",
    "members",
    "projects",
    "billing.get",
    "analytics",
  ],
  members: ["members", "organizations", "links", "billing.get", "analytics"],
  roles: ["roles", "members", "invitations"],
  invitations: ["invitations", "analytics"],
  links: ["links"],
  domains: ["domains"],
  transfers: ["transfers", "organizations"],
  projects: ["projects", "billing.get", "analytics"],
  billing: ["billing"],
  audit: ["audit"],
};

/** Reads anew what others changed. What the reader is changing themselves comes first: an old answer must not undo it. */
export function createRefresh(cache: QueryClient) {
  const noted = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;
  let lastAt = Number.NEGATIVE_INFINITY;
  const unsubscribe = cache.getMutationCache().subscribe(() => plan());

  const plan = () => {
    if (timer !== undefined || noted.size === 0) return;
    const wait = Math.max(0, lastAt + AT_MOST_EVERY_MS - performance.now());
    timer = setTimeout(flush, wait);
  };
  const flush = () => {
    timer = undefined;
    if (cache.isMutating() > 0) return;
    lastAt = performance.now();
    const paths = [...noted];
    noted.clear();
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
    for (const path of paths) noted.add(path);
    plan();
  };

  return {
    markStale(kind: Exclude<LiveKind, "lost">): void {
      markStale(...INVALIDATES[kind]);
    },
    /** Something may have been missed. */
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

/** What is being read for the first time: the cache waits for such an answer rather than asking again, and it may be older than the change. */
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
