import { keepPreviousData } from "@tanstack/solid-query";
import { createMemo } from "solid-js";
import { rowsOf } from "#client/lib/rows-of.ts";
import { api } from "#client/session/api.ts";
import { useOrganization } from "#sdk/solid.ts";
import {
  createChoiceParam,
  createParamsCleaner,
  createSearchParam,
  createTextParam,
} from "#client/ui/search-param.ts";

/** The options of the status filter; the first one is the default. */
export const STATUSES = ["all", "active", "suspended", "frozen"] as const;

function statusParam(status: (typeof STATUSES)[number]) {
  return status === "all" ? undefined : status;
}

/** Loads the members that match the filters in the URL: `?q=&status=&role=`. */
export function useMemberList() {
  const { slug } = useOrganization();
  const search = createSearchParam("q");
  const [status, setStatus] = createChoiceParam("status", STATUSES);
  const [role, setRole] = createTextParam("role");
  const clear = createParamsCleaner();
  const clearFilters = () => clear(["q", "status", "role"]);
  const query = api.members.list.useInfiniteQuery(
    () => ({
      org: slug(),
      q: search.applied() || undefined,
      role: role(),
      status: statusParam(status()),
    }),
    () => ({ placeholderData: keepPreviousData }),
  );
  const rows = createMemo(() => rowsOf(query));
  return {
    query,
    rows,
    search,
    status,
    setStatus,
    role,
    setRole,
    clearFilters,
  };
}
