import type { QueryClient } from "@tanstack/solid-query";
import { matchingKey } from "../../sdk/query-key";
import type { LiveKind } from "../../shared/live";

/** Many changes in a row are read once, and soon enough to be there within a second. */
const AT_MOST_EVERY_MS = 400;

/** The procedures, or all of a router, whose answers each kind of change makes old. */
const MADE_OLD: Record<Exclude<LiveKind, "lost">, readonly string[]> = {
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
    for (const path of paths)
      void cache.invalidateQueries({ queryKey: matchingKey(path) });
  };

  return {
    note(kind: Exclude<LiveKind, "lost">): void {
      for (const path of MADE_OLD[kind]) noted.add(path);
      plan();
    },
    /** Something may have been missed. */
    all(): void {
      noted.add("");
      plan();
    },
    stop(): void {
      clearTimeout(timer);
      unsubscribe();
    },
  };
}
