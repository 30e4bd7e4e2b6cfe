import { keepPreviousData } from "@tanstack/solid-query";
import { createMemo } from "solid-js";
import { api } from "../../../../../api.ts";
import { useOrganization } from "../../../../../session/organization.tsx";
import { createSearchParam } from "../../../../../ui/search-param.ts";

/** The members whose name or address holds the words in the address: `?q=`. */
export function useMemberList() {
  const { slug } = useOrganization();
  const search = createSearchParam("q");
  const query = api.members.list.useInfiniteQuery(
    () => ({ org: slug(), q: search.applied() || undefined }),
    () => ({ placeholderData: keepPreviousData }),
  );
  const rows = createMemo(() =>
    query.isPending || !query.data
      ? []
      : query.data.pages.flatMap(({ items }) => items),
  );
  return { query, rows, search };
}
