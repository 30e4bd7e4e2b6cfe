import { keepPreviousData } from "@tanstack/solid-query";
import { createMemo } from "solid-js";
import { api } from "#client/session/api.ts";
import { useOrganization } from "#client/session/organization.tsx";
import {
  createChoiceParam,
  createSearchParam,
} from "#client/ui/search-param.ts";
import { STATUS_FILTERS } from "../project.ts";

/** The projects that the address asks for: `?q=&status=`. */
export function useProjectList() {
  const { slug } = useOrganization();
  const search = createSearchParam("q");
  const [status, setStatus] = createChoiceParam("status", STATUS_FILTERS);
  const wanted = () => {
    const choice = status();
    return choice === "all" ? undefined : choice;
  };
  const query = api.projects.list.useInfiniteQuery(
    () => ({
      org: slug(),
      q: search.applied() || undefined,
      status: wanted(),
    }),
    () => ({ placeholderData: keepPreviousData }),
  );
  const rows = createMemo(() => {
    if (query.isPending || !query.data) return [];
    const read = query.data.pages.flatMap(({ items }) => items);
    // What was just archived leaves the list of active ones before the server has answered.
    return query.isPlaceholderData || !wanted()
      ? read
      : read.filter((project) => project.status === wanted());
  });
  return { query, rows, search, status, setStatus };
}

export type ProjectList = ReturnType<typeof useProjectList>;
