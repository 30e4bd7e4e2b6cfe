import { createEffect, createMemo } from "solid-js";
import { api } from "#client/session/api.ts";
import { useOrganization } from "#client/session/organization.tsx";
import type { Member } from "#client/features/members/member.ts";

const AT_ONCE = 100;

/** All who work in the organization, longest first; nothing until the last page was read. */
export function useEveryMember() {
  const { slug } = useOrganization();
  const query = api.members.list.useInfiniteQuery(
    () => ({ org: slug(), limit: AT_ONCE }),
    () => ({}),
  );
  createEffect(() => {
    if (query.hasNextPage && !query.isFetchingNextPage && !query.isError)
      void query.fetchNextPage();
  });
  const everyone = createMemo<readonly Member[] | undefined>(() =>
    query.isPending || !query.data || query.hasNextPage
      ? undefined
      : query.data.pages
          .flatMap(({ items }) => items)
          .filter(({ suspendedAt }) => suspendedAt === null),
  );
  return { query, everyone };
}
