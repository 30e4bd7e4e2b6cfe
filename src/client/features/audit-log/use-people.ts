import { createEffect, createMemo, createRenderEffect, on } from "solid-js";
import { createStore } from "solid-js/store";
import { api } from "#client/session/api.ts";
import { useOrganization } from "#sdk/solid.ts";
import type { SelectOption } from "#client/ui/select.tsx";
import type { AuditEvent } from "./event.ts";
import { texts } from "./texts.ts";

/**
 * The largest number of members whose names are loaded from the member list. Names of further members come from their
 * audit events.
 */
const MOST_MEMBERS = 500;
const PAGE = 100;
/** The value of the actor filter that selects events of the system instead of a user's events. */
export const SYSTEM = "system";

/** Returns the names of members and former members by user id. A former member has the name from their latest event. */
export function usePeople(
  rows: () => readonly AuditEvent[],
  selected: () => string,
) {
  const { slug } = useOrganization();
  const members = useMembers();
  const [names, setNames] = createStore<Record<string, string>>({});
  const requested = new Set<string>();

  createRenderEffect(
    on(rows, (events) => {
      for (const { actor } of events.toReversed())
        if (actor.id && actor.name) setNames(actor.id, actor.name);
    }),
  );
  // Fetch the latest event of a user who is in neither the member list nor the shown events. That event contains the
  // user's name.
  const fetchName = async (userId: string) => {
    if (requested.has(userId)) return;
    requested.add(userId);
    const page = await api.audit.list
      .query({ org: slug(), actor: userId, limit: 1 })
      .catch(() => undefined);
    const name = page?.items[0]?.actor.name;
    if (name) setNames(userId, name);
  };
  const known = (userId: string) =>
    members.names().get(userId) ?? names[userId];
  const nameOf = (userId: string) => {
    if (userId === SYSTEM) return texts().system;
    const name = known(userId);
    if (name === undefined && members.isSettled()) void fetchName(userId);
    return name ?? texts().formerMember;
  };
  createEffect(() => selected() && nameOf(selected()));

  const options = createMemo((): SelectOption[] => {
    const isMember = (userId: string) => members.names().has(userId);
    const former = {
      ...names,
      ...(selected() &&
        selected() !== SYSTEM && { [selected()]: nameOf(selected()) }),
    };
    return [
      ...optionsOf([...members.names()], texts().filters.members),
      ...optionsOf(
        Object.entries(former).filter(([userId]) => !isMember(userId)),
        texts().filters.former,
      ),
    ];
  });
  return { nameOf, options };
}

export type People = ReturnType<typeof usePeople>;

function optionsOf(
  people: readonly (readonly [id: string, name: string])[],
  group: string,
): SelectOption[] {
  return people
    .map(([value, label]) => ({ value, label, group }))
    .toSorted((a, b) => a.label.localeCompare(b.label));
}

function useMembers() {
  const { slug } = useOrganization();
  const query = api.members.list.useInfiniteQuery(() => ({
    org: slug(),
    limit: PAGE,
  }));
  const items = () =>
    query.isSuccess ? query.data.pages.flatMap((page) => page.items) : [];
  createEffect(() => {
    if (query.hasNextPage && !query.isFetching && items().length < MOST_MEMBERS)
      void query.fetchNextPage();
  });
  const names = createMemo(
    () => new Map(items().map(({ userId, name }) => [userId, name])),
  );
  return { names, isSettled: () => query.isSuccess || query.isError };
}
