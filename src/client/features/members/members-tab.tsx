import SearchX from "lucide-solid/icons/search-x";
import { createMemo, createSignal, Show } from "solid-js";
import { useOrganization } from "#sdk/solid.ts";
import { Button } from "#client/ui/button.tsx";
import { createSelection } from "#client/ui/selection.ts";
import { ConfirmDialog } from "#client/ui/confirm-dialog.tsx";
import { EmptyState } from "#client/ui/empty-state.tsx";
import { LoadMore } from "#client/ui/load-more.tsx";
import { Loaded } from "#client/ui/loaded.tsx";
import { RowsBox } from "#client/ui/rows-box.tsx";
import { Skeleton } from "#client/ui/skeleton.tsx";
import { LeaveDialog } from "./leave-dialog.tsx";
import type { Member } from "./member.ts";
import { type BulkAction, BulkBar } from "./bulk/bulk-bar.tsx";
import { BulkDialog } from "./bulk/bulk-dialog.tsx";
import { RemoveMemberDialog } from "./remove-member-dialog.tsx";
import { createConfirmation } from "#client/ui/confirmation.ts";
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
  const [isLeaving, setLeaving] = createSignal(false);
  const canSelect = () => can("member:update") || can("member:remove");
  const selection = createSelection(
    list.rows,
    (member) => texts().table.select(member.name),
    ({ userId }) => userId,
  );
  const [bulk, setBulk] = createSignal<BulkAction>();
  /** The members that the bulk dialog changes. They stay in the dialog even if they leave the list while it is open. */
  const chosen = createMemo<readonly Member[]>(
    (before) =>
      bulk() ? before : selection.rows().map((member) => ({ ...member })),
    [],
  );
  const closeBulk = () => setBulk(undefined);
  const removing = createConfirmation<Member>();
  const suspending = createConfirmation<Member>();

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
                onLeave={() => setLeaving(true)}
                onRemove={removing.ask}
                onSuspend={suspending.ask}
              />
              <LoadMore query={list.query} />
            </RowsBox>
          </Show>
        )}
      </Loaded>
      <BulkBar selection={selection} onAct={setBulk} />
      <Show when={bulk()}>
        {(action) => (
          <BulkDialog
            action={action()}
            members={chosen()}
            onClose={closeBulk}
            onDone={selection.clear}
          />
        )}
      </Show>
      <LeaveDialog open={isLeaving()} onClose={() => setLeaving(false)} />
      <RemoveMemberDialog
        confirmation={removing}
        onRemove={actions.removeMember}
      />
      <ConfirmDialog
        open={suspending.isOpen()}
        onClose={suspending.close}
        title={texts().suspend.title(suspending.subject()?.name ?? "")}
        confirmLabel={texts().suspend.confirm}
        tone="danger"
        onConfirm={suspending.confirm(actions.suspendMember)}
      >
        {texts().suspend.text(<bdi>{suspending.subject()?.name}</bdi>)}
      </ConfirmDialog>
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
