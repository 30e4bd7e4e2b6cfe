import { keepPreviousData } from "@tanstack/solid-query";
import { createMemo } from "solid-js";
import { rowsOf } from "#client/lib/rows-of.ts";
import { api } from "#client/session/api.ts";
import { useOrganization } from "#sdk/solid.ts";
import type { Filter } from "./use-filter.ts";

/** Loads the audit events that match the filters, newest first. */
export function useEvents(filter: Filter) {
  const { slug } = useOrganization();
  const input = () => {
    const seq = filter.event();
    return seq
      ? { org: slug(), seq: Number(seq) }
      : { org: slug(), ...filter.input() };
  };
  const query = api.audit.list.useInfiniteQuery(input, () => ({
    placeholderData: keepPreviousData,
  }));
  const rows = createMemo(() => rowsOf(query));
  return { query, rows };
}

export type Events = ReturnType<typeof useEvents>;
