import { keepPreviousData } from "@tanstack/solid-query";
import { createEffect, createSignal, onCleanup } from "solid-js";
import { useOrganization } from "#sdk/solid.ts";
import { api } from "../api.ts";
import { type HistoryOf, targetOf } from "./address.ts";

/** The largest number of targets in one call. */
const MOST = 50;

const shown = new Map<string, number>();
const [targets, setTargets] = createSignal<readonly string[]>([]);
let timer: ReturnType<typeof setTimeout> | undefined;

/** Counts the lines that show a target. All lines that appear together lead to one call. */
function show(target: string, by: 1 | -1): void {
  const count = (shown.get(target) ?? 0) + by;
  if (count > 0) shown.set(target, count);
  else shown.delete(target);
  timer ??= setTimeout(() => {
    timer = undefined;
    setTargets([...shown.keys()].toSorted().slice(0, MOST));
  });
}

/** Returns the last change of a thing, and whether it is still unknown. All lines of a page share one call. */
export function useLatestChange(of: () => HistoryOf) {
  const { slug } = useOrganization();
  createEffect(() => {
    const target = targetOf(of());
    show(target, 1);
    onCleanup(() => show(target, -1));
  });
  const query = api.audit.latest.useQuery(
    () => ({ org: slug(), targets: targets().join(",") }),
    () => ({
      enabled: targets().length > 0,
      placeholderData: keepPreviousData,
    }),
  );
  const change = () =>
    query.isSuccess
      ? query.data.items.find(({ target }) => target === targetOf(of()))
      : undefined;
  return {
    change,
    isPending: () => query.isPending || query.isPlaceholderData,
  };
}
