import KeyRound from "lucide-solid/icons/key-round";
import { createMemo, type JSX, Show } from "solid-js";
import { rowsOf } from "#client/lib/rows-of.ts";
import { api } from "#client/session/api.ts";
import { useOrganization } from "#sdk/solid.ts";
import { EmptyState } from "#client/ui/empty-state.tsx";
import { LoadMore } from "#client/ui/load-more.tsx";
import { Loaded } from "#client/ui/loaded.tsx";
import { RowsBox } from "#client/ui/rows-box.tsx";
import { Skeleton } from "#client/ui/skeleton.tsx";
import type { KeyOwner } from "./key-owner.ts";
import { KeyTable } from "./key-table.tsx";
import { texts } from "./texts.ts";

const PAGE_SIZE = 100;

/** Lists API keys with their actions. */
export function KeyList(props: {
  owner: KeyOwner;
  /** Why the list is empty, or what the keys are for. */
  emptyText: string;
  /** The button for the first key. */
  create?: JSX.Element;
}) {
  const { slug } = useOrganization();
  const query = api.apiKeys.list.useInfiniteQuery(() => ({
    org: slug(),
    owner: props.owner.id,
    limit: PAGE_SIZE,
  }));
  const rows = createMemo(() => rowsOf(query));
  return (
    <>
      <Loaded query={query} skeleton={<Skeleton rows={4} />}>
        {() => (
          <Show
            when={rows().length > 0}
            fallback={
              <EmptyState
                icon={<KeyRound size={18} />}
                title={texts().none.title}
                action={props.create}
              >
                {props.emptyText}
              </EmptyState>
            }
          >
            <RowsBox>
              <KeyTable rows={rows()} withOwner={props.owner.id === "all"} />
              <LoadMore query={query} />
            </RowsBox>
          </Show>
        )}
      </Loaded>
    </>
  );
}
