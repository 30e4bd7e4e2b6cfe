import { keepPreviousData } from "@tanstack/solid-query";
import { createMemo } from "solid-js";
import { rowsOf } from "#client/lib/rows-of.ts";
import { api } from "#client/session/api.ts";
import { useOrganization } from "#sdk/solid.ts";
import {
  createChoiceParam,
  createSearchParam,
} from "#client/ui/search-param.ts";
import { STATUS_FILTERS } from "./project.ts";

/** Loads the projects that match the filters in the URL: `?q=&status=`. */
export function useProjectList() {
  const { slug } = useOrganization();
  const search = createSearchParam("q");
  const [status, setStatus] = createChoiceParam("status", STATUS_FILTERS);
  const statusParam = () => {
    const choice = status();
    return choice === "all" ? undefined : choice;
  };
  const query = api.projects.list.useInfiniteQuery(
    () => ({
      org: slug(),
      q: search.applied() || undefined,
      status: statusParam(),
    }),
    () => ({ placeholderData: keepPreviousData }),
  );
  const rows = createMemo(() => {
    const items = rowsOf(query);
    // Filter by status here, too, so that a project disappears from the list as soon as the user archives it.
    return query.isPlaceholderData || !statusParam()
      ? items
      : items.filter((project) => project.status === statusParam());
  });
  return { query, rows, search, status, setStatus };
}

export type ProjectList = ReturnType<typeof useProjectList>;
