import { createEffect, createMemo } from "solid-js";
import { api } from "#client/session/api.ts";
import { useOrganization } from "#sdk/solid.ts";
import type { Member } from "#client/features/members/member.ts";

const PAGE_SIZE = 100;

/** Returns all active members in the order in which they joined; undefined until the last page is loaded. */
export function useActiveMembers() {
  const { slug } = useOrganization();
  const query = api.members.list.useInfiniteQuery(
    () => ({ org: slug(), limit: PAGE_SIZE }),
    () => ({}),
  );
  createEffect(() => {
    if (query.hasNextPage && !query.isFetchingNextPage && !query.isError)
      void query.fetchNextPage();
  });
  const members = createMemo<readonly Member[] | undefined>(() =>
    query.isPending || !query.data || query.hasNextPage
      ? undefined
      : query.data.pages
          .flatMap(({ items }) => items)
          .filter(({ suspendedAt }) => suspendedAt === null),
  );
  return { query, members };
}
