import { createEffect, createMemo, createRenderEffect, on } from "solid-js";
import { createStore } from "solid-js/store";
import { isId } from "#shared/id.ts";
import { api } from "#client/session/api.ts";
import { useOrganization } from "#sdk/solid.ts";
import type { SelectOption } from "#client/ui/select.tsx";
import type { AuditEvent } from "./event.ts";
import { texts } from "./texts.ts";
import { usePrograms } from "./use-programs.ts";

/**
 * The largest number of members whose names are loaded from the member list. Names of further members come from their
 * audit events.
 */
const MOST_MEMBERS = 500;
const PAGE = 100;
/** The value of the actor filter that selects events of the system instead of a user's events. */
export const SYSTEM = "system";

/**
 * Returns the names of members, service accounts and former members by id, and of API keys. A former member has the
 * name from their latest event.
 *
 * @param mostMembers how many members are loaded from the member list
 */
export function usePeople(
  rows: () => readonly AuditEvent[],
  selected: () => string,
  mostMembers = MOST_MEMBERS,
) {
  const { slug } = useOrganization();
  const members = useMembers(mostMembers);
  const programs = usePrograms();
  const [names, setNames] = createStore<Record<string, string>>({});
  const requested = new Set<string>();

  createRenderEffect(
    on(rows, (events) => {
      for (const { actor } of events.toReversed())
        if (actor.id && actor.name) setNames(actor.id, actor.name);
    }),
  );
  // Fetch the latest event of an actor who is in neither a list nor the shown events. That event contains the actor's
  // name.
  const fetchName = async (id: string) => {
    if (requested.has(id)) return;
    requested.add(id);
    const page = await api.audit.list
      .query({ org: slug(), actor: id, limit: 1 })
      .catch(() => undefined);
    const name = page?.items[0]?.actor.name;
    if (name) setNames(id, name);
  };
  const known = (id: string) =>
    members.names().get(id) ?? programs.accounts().get(id) ?? names[id];
  const isSettled = (id: string) =>
    isAccount(id) ? programs.isSettled() : members.isSettled();
  const nameOf = (id: string) => {
    if (id === SYSTEM) return texts().system;
    const name = known(id);
    if (name === undefined && isSettled(id)) void fetchName(id);
    if (name !== undefined) return name;
    return isAccount(id) ? texts().formerAccount : texts().formerMember;
  };
  createEffect(() => selected() && nameOf(selected()));

  const options = createMemo((): SelectOption[] => {
    const others = {
      ...names,
      ...(selected() &&
        selected() !== SYSTEM && { [selected()]: nameOf(selected()) }),
    };
    const accounts = Object.entries(others).filter(([id]) => isAccount(id));
    const former = Object.entries(others).filter(
      ([id]) => !isAccount(id) && !members.names().has(id),
    );
    const { filters } = texts();
    return [
      ...optionsOf(members.names(), filters.members),
      ...optionsOf(
        new Map([...accounts, ...programs.accounts()]),
        filters.accounts,
      ),
      ...optionsOf(new Map(former), filters.former),
    ];
  });
  return { nameOf, keyName: programs.keyName, options };
}

export type People = ReturnType<typeof usePeople>;

function isAccount(id: string): boolean {
  return isId("serviceAccount", id);
}

function optionsOf(
  names: ReadonlyMap<string, string>,
  group: string,
): SelectOption[] {
  return [...names]
    .map(([value, label]) => ({ value, label, group }))
    .toSorted((a, b) => a.label.localeCompare(b.label));
}

function useMembers(most: number) {
  const { slug } = useOrganization();
  const query = api.members.list.useInfiniteQuery(() => ({
    org: slug(),
    limit: PAGE,
  }));
  const items = () =>
    query.isSuccess ? query.data.pages.flatMap((page) => page.items) : [];
  createEffect(() => {
    if (query.hasNextPage && !query.isFetching && items().length < most)
      void query.fetchNextPage();
  });
  const names = createMemo(
    () => new Map(items().map(({ userId, name }) => [userId, name])),
  );
  return { names, isSettled: () => query.isSuccess || query.isError };
}
