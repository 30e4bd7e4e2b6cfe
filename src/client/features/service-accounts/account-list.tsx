import Bot from "lucide-solid/icons/bot";
import { createMemo, type JSX, Show } from "solid-js";
import { useOrganization } from "#sdk/solid.ts";
import { rowsOf } from "#client/lib/rows-of.ts";
import { api } from "#client/session/api.ts";
import { EmptyState } from "#client/ui/empty-state.tsx";
import { LoadMore } from "#client/ui/load-more.tsx";
import { Loaded } from "#client/ui/loaded.tsx";
import { RowsBox } from "#client/ui/rows-box.tsx";
import { Skeleton } from "#client/ui/skeleton.tsx";
import { AccountTable } from "./account-table.tsx";
import { texts } from "./texts.ts";

const PAGE_SIZE = 100;

/** The service accounts of the organization. */
export function AccountList(props: { create: JSX.Element }) {
  const { slug } = useOrganization();
  const query = api.serviceAccounts.list.useInfiniteQuery(() => ({
    org: slug(),
    limit: PAGE_SIZE,
  }));
  const rows = createMemo(() => rowsOf(query));
  return (
    <>
      <Loaded query={query} skeleton={<Skeleton rows={3} />}>
        {() => (
          <Show
            when={rows().length > 0}
            fallback={
              <EmptyState
                icon={<Bot size={18} />}
                title={texts().none.title}
                action={props.create}
              >
                {texts().none.text}
              </EmptyState>
            }
          >
            <RowsBox>
              <AccountTable rows={rows()} />
              <LoadMore query={query} />
            </RowsBox>
          </Show>
        )}
      </Loaded>
    </>
  );
}
