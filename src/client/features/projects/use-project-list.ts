import { keepPreviousData } from "@tanstack/solid-query";
import { useSearchParams } from "@solidjs/router";
import { createMemo } from "solid-js";
import { rowsOf } from "#client/lib/rows-of.ts";
import { api } from "#client/session/api.ts";
import { useOrganization } from "#sdk/solid.ts";
import {
  createChoiceParam,
  createSearchParam,
  createTextParam,
} from "#client/ui/search-param.ts";
import { SORTS, type Sort, STATUS_FILTERS } from "./project.ts";

type Order = "asc" | "desc";

/** The order in which a column is sorted first. The API has the same. */
const FIRST_ORDER: Record<Sort, Order> = {
  created: "desc",
  updated: "desc",
  name: "asc",
  owner: "asc",
};

/** Loads the projects that match the filters in the URL: `?q=&status=&owner=&favourites=&sort=&order=`. */
export function useProjectList() {
  const { slug } = useOrganization();
  const search = createSearchParam("q");
  const [status, setStatus] = createChoiceParam("status", STATUS_FILTERS);
  const [owner, setOwner] = createTextParam("owner");
  const [favourites, setFavourites] = createChoiceParam("favourites", [
    "",
    "1",
  ]);
  const sorting = createSorting();
  const statusParam = () => {
    const choice = status();
    return choice === "all" ? undefined : choice;
  };
  const query = api.projects.list.useInfiniteQuery(
    () => ({
      org: slug(),
      q: search.applied() || undefined,
      status: statusParam(),
      owner: owner(),
      favourite: favourites() === "1" ? "true" : undefined,
      sort: sorting.sortedBy() === "created" ? undefined : sorting.sortedBy(),
      order:
        sorting.order() === FIRST_ORDER[sorting.sortedBy()]
          ? undefined
          : sorting.order(),
    }),
    () => ({ placeholderData: keepPreviousData }),
  );
  const rows = createMemo(() => {
    const items = rowsOf(query);
    if (query.isPlaceholderData) return items;
    // Filter here, too, so that a project disappears from the list as soon as the user archives or unmarks it.
    return items.filter(
      (project) =>
        (!statusParam() || project.status === statusParam()) &&
        (favourites() === "" || project.isFavourite),
    );
  });
  return {
    query,
    rows,
    search,
    status,
    setStatus,
    owner,
    setOwner,
    onlyFavourites: () => favourites() === "1",
    setOnlyFavourites: (isOn: boolean) => setFavourites(isOn ? "1" : ""),
    ...sorting,
  };
}

function createSorting() {
  const [params, setParams] = useSearchParams();
  const sortedBy = (): Sort =>
    SORTS.find((value) => value === params.sort) ?? "created";
  const order = (): Order =>
    params.order === "asc" || params.order === "desc"
      ? params.order
      : FIRST_ORDER[sortedBy()];
  const set = (next: Sort, by: Order) =>
    setParams({
      sort: next === "created" ? undefined : next,
      order: by === FIRST_ORDER[next] ? undefined : by,
    });
  return {
    sortedBy,
    order,
    sortBy: (next: Sort) => set(next, FIRST_ORDER[next]),
    /** Sorts by a column, or reverses the order if the list is sorted by it already. */
    toggle: (next: Sort) =>
      set(
        next,
        next === sortedBy()
          ? order() === "asc"
            ? "desc"
            : "asc"
          : FIRST_ORDER[next],
      ),
  };
}

export type ProjectList = ReturnType<typeof useProjectList>;
