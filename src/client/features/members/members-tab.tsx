import SearchX from "lucide-solid/icons/search-x";
import { Show } from "solid-js";
import { useOrganization } from "#sdk/solid.ts";
import { Button } from "#client/ui/button.tsx";
import { createSelection } from "#client/ui/selection.ts";
import { EmptyState } from "#client/ui/empty-state.tsx";
import { LoadMore } from "#client/ui/load-more.tsx";
import { Loaded } from "#client/ui/loaded.tsx";
import { RowsBox } from "#client/ui/rows-box.tsx";
import { Skeleton } from "#client/ui/skeleton.tsx";
import { SelectedMembers } from "./bulk/selected-members.tsx";
import { MemberFilters } from "./member-filters.tsx";
import { MemberTable } from "./member-table.tsx";
import { useMemberActions } from "./use-member-actions.ts";
import { useMemberList } from "./use-member-list.ts";
import { texts } from "./texts.ts";

/** Lists the members of the organization, with filters and actions. */
export function MembersTab() {
  const { can } = useOrganization();
  const list = useMemberList();
  const actions = useMemberActions();
  const canSelect = () => can("member:update") || can("member:remove");
  const selection = createSelection(
    list.rows,
    (member) => texts().table.select(member.name),
    ({ userId }) => userId,
  );
  return (
    <>
      <MemberFilters list={list} />
      <Loaded query={list.query} skeleton={<Skeleton rows={6} />}>
        {() => (
          <Show
            when={list.rows().length > 0}
            fallback={<NoMembersFound list={list} />}
          >
            <RowsBox isStale={list.query.isPlaceholderData}>
              <MemberTable
                rows={list.rows()}
                selection={canSelect() ? selection : undefined}
                actions={actions}
              />
              <LoadMore query={list.query} />
            </RowsBox>
          </Show>
        )}
      </Loaded>
      <SelectedMembers selection={selection} />
    </>
  );
}

function NoMembersFound(props: { list: ReturnType<typeof useMemberList> }) {
  return (
    <EmptyState
      icon={<SearchX size={18} />}
      title={texts().none.title}
      action={
        <Button onClick={() => props.list.clearFilters()}>
          {texts().none.clear}
        </Button>
      }
    >
      <Show when={props.list.search.applied()} fallback={texts().none.filtered}>
        {(words) => texts().none.searched(<bdi>{words()}</bdi>)}
      </Show>
    </EmptyState>
  );
}
