import { keepPreviousData } from "@tanstack/solid-query";
import { createMemo } from "solid-js";
import { api } from "#client/session/api.ts";
import { useOrganization } from "#client/session/organization.tsx";
import {
  createChoiceParam,
  createParamsCleaner,
  createSearchParam,
  createTextParam,
} from "#client/ui/search-param.ts";

/** How members may stand; the first is every way. */
export const STATUSES = ["all", "active", "suspended", "frozen"] as const;

function chosen(status: (typeof STATUSES)[number]) {
  return status === "all" ? undefined : status;
}

/** The members whose name or address holds the words in the address: `?q=`. */
export function useMemberList() {
  const { slug } = useOrganization();
  const search = createSearchParam("q");
  const [status, setStatus] = createChoiceParam("status", STATUSES);
  const [role, setRole] = createTextParam("role");
  const isNarrowed = () =>
    search.applied() !== "" || status() !== "all" || role() !== undefined;
  const showAll = () => clear(["q", "status", "role"]);
  const clear = createParamsCleaner();
  const query = api.members.list.useInfiniteQuery(
    () => ({
      org: slug(),
      q: search.applied() || undefined,
      role: role(),
      status: chosen(status()),
    }),
    () => ({ placeholderData: keepPreviousData }),
  );
  const rows = createMemo(() =>
    query.isPending || !query.data
      ? []
      : query.data.pages.flatMap(({ items }) => items),
  );
  return {
    query,
    rows,
    search,
    status,
    setStatus,
    role,
    setRole,
    isNarrowed,
    showAll,
  };
}
