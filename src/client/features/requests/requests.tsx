import Inbox from "lucide-solid/icons/inbox";
import { Show } from "solid-js";
import { useOrganization } from "#sdk/solid.ts";
import { api } from "#client/session/api.ts";
import { EmptyState } from "#client/ui/empty-state.tsx";
import { LoadMore } from "#client/ui/load-more.tsx";
import { Loaded } from "#client/ui/loaded.tsx";
import { RowsBox } from "#client/ui/rows-box.tsx";
import { Skeleton } from "#client/ui/skeleton.tsx";
import { RequestTable } from "./request-table.tsx";
import { texts } from "./texts.ts";

/** The open requests of members for a role or a seat. Users who cannot change roles see their own. */
export function Requests() {
  const { slug } = useOrganization();
  const requests = api.requests.list.useInfiniteQuery(() => ({ org: slug() }));
  return (
    <Loaded query={requests} skeleton={<Skeleton rows={3} />}>
      {(data) => {
        const rows = () => data().pages.flatMap(({ items }) => items);
        return (
          <Show
            when={rows().length > 0}
            fallback={
              <EmptyState icon={<Inbox size={18} />} title={texts().none}>
                {texts().noneText}
              </EmptyState>
            }
          >
            <p class="mb-4 text-sm text-muted">{texts().description}</p>
            <RowsBox>
              <RequestTable rows={rows()} />
            </RowsBox>
            <LoadMore query={requests} />
          </Show>
        );
      }}
    </Loaded>
  );
}
