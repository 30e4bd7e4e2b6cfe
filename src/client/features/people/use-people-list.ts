import { useSearchParams } from "@solidjs/router";
import { keepPreviousData } from "@tanstack/solid-query";
import { createMemo } from "solid-js";
import type { RouterInputs } from "#sdk/index.ts";
import { rowsOf } from "#client/lib/rows-of.ts";
import { api } from "#client/session/api.ts";
import { useOrganization } from "#sdk/solid.ts";
import {
  createChoiceParam,
  createParamsCleaner,
  createSearchParam,
  createTextParam,
} from "#client/ui/search-param.ts";

/** The options of the filters; the first one is the default. */
export const STATUSES = [
  "all",
  "active",
  "readOnly",
  "suspended",
  "invited",
  "expired",
] as const;
export const TWO_FACTOR = ["any", "on", "off"] as const;
export const INACTIVE_DAYS = ["any", "30", "90", "180"] as const;
export const SORTS = [
  "name",
  "role",
  "status",
  "lastActive",
  "joined",
  "projects",
] as const;
export type Sort = (typeof SORTS)[number];

/** The order in which a click on a header sorts first: the latest and the most come first. */
const FIRST_ORDER: Partial<Record<Sort, Order>> = {
  lastActive: "desc",
  joined: "desc",
  projects: "desc",
};
export type Order = "asc" | "desc";

const PAGE_SIZE = 100;

type Input = Omit<RouterInputs["people"]["list"], "org" | "cursor" | "limit">;

/** Loads the people that match the filters in the URL, in the order in the URL. */
export function usePeopleList() {
  const { slug, can } = useOrganization();
  const search = createSearchParam("q");
  const [status, setStatus] = createChoiceParam("status", STATUSES);
  const [role, setRole] = createTextParam("role");
  const [twoFactor, setTwoFactor] = createChoiceParam("twoFactor", TWO_FACTOR);
  const [inactive, setInactive] = createChoiceParam("inactive", INACTIVE_DAYS);
  const [sort] = createChoiceParam("sort", SORTS);
  const [order] = createChoiceParam("order", ["asc", "desc"]);
  const [, setParams] = useSearchParams();
  const clear = createParamsCleaner();
  const seesSecurity = () => can("member:update");

  const input = createMemo((): Input => {
    const mayUseSort =
      (sort() !== "lastActive" || seesSecurity()) &&
      (sort() !== "projects" || can("project:read"));
    return {
      q: search.applied() || undefined,
      role: role(),
      ...statusInput(status()),
      // The URL can be of a user with more permissions.
      twoFactor: seesSecurity() ? choice(twoFactor()) : undefined,
      inactiveDays:
        seesSecurity() && inactive() !== "any" ? Number(inactive()) : undefined,
      ...(mayUseSort && { sort: sort(), order: order() }),
    };
  });
  const query = api.people.list.useInfiniteQuery(
    () => ({ org: slug(), ...input(), limit: PAGE_SIZE }),
    () => ({ placeholderData: keepPreviousData }),
  );
  const rows = createMemo(() => rowsOf(query));
  return {
    query,
    rows,
    input,
    search,
    status,
    setStatus,
    role,
    setRole,
    twoFactor,
    setTwoFactor,
    inactive,
    setInactive,
    sortedBy: sort,
    order,
    /** Sorts by a column. A second time, the order is reversed. */
    sortBy(next: Sort) {
      const first = FIRST_ORDER[next] ?? "asc";
      const reversed = order() === "asc" ? "desc" : "asc";
      const wanted = next === sort() ? reversed : first;
      setParams({
        sort: next === SORTS[0] ? undefined : next,
        order: wanted === "asc" ? undefined : wanted,
      });
    },
    /** Whether the filters select only invitations. */
    isOfInvitations: () => status() === "invited" || status() === "expired",
    /** The number of filters that are set, without the search. */
    filterCount: () =>
      [
        role() !== undefined,
        status() !== "all",
        twoFactor() !== "any",
        inactive() !== "any",
      ].filter(Boolean).length,
    clearFilters: () => clear(["q", "status", "role", "twoFactor", "inactive"]),
  };
}

export type PeopleList = ReturnType<typeof usePeopleList>;

/** "Invited" also selects invitations that have expired, because they can be resent. */
function statusInput(
  status: (typeof STATUSES)[number],
): Pick<Input, "kind" | "status"> {
  if (status === "all") return {};
  return status === "invited" ? { kind: "invitation" } : { status };
}

function choice<Value extends string>(value: Value | "any") {
  return value === "any" ? undefined : value;
}
