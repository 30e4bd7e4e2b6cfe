import SearchX from "lucide-solid/icons/search-x";
import { createMemo, createSignal, Show } from "solid-js";
import { useOrganization } from "#client/session/organization.tsx";
import { Button } from "#client/ui/button.tsx";
import { ConfirmDialog } from "#client/ui/confirm-dialog.tsx";
import { EmptyState } from "#client/ui/empty-state.tsx";
import { LoadMore } from "#client/ui/load-more.tsx";
import { Loaded } from "#client/ui/loaded.tsx";
import { RowsBox } from "#client/ui/rows-box.tsx";
import { Skeleton } from "#client/ui/skeleton.tsx";
import { LeaveDialog } from "./leave/leave-dialog.tsx";
import type { Member } from "./member.ts";
import { createSelection } from "#client/ui/selection.ts";
import { type BulkAction, BulkBar } from "./bulk/bulk-bar.tsx";
import { BulkDialog } from "./bulk/bulk-dialog.tsx";
import { Heir } from "./reassign-projects.tsx";
import { createQuestion } from "./confirmation.ts";
import { MemberFilters } from "./member-filters.tsx";
import { MemberTable } from "./member-table.tsx";
import { useMemberActions } from "./use-member-actions.ts";
import { useMemberList } from "./use-member-list.ts";
import { texts } from "./texts.ts";

/** Who is in the organization, and as what. */
export function Members() {
  const { organization, can } = useOrganization();
  const list = useMemberList();
  const actions = useMemberActions();
  const [isLeaving, setLeaving] = createSignal(false);
  const mayActOnMany = () => can("member:update") || can("member:remove");
  const selection = createSelection(
    list.rows,
    (member) => texts().members.select(member.name),
    ({ userId }) => userId,
  );
  const [bulk, setBulk] = createSignal<BulkAction>();
  /** Whom the dialog is about, also once they have left the list. */
  const chosen = createMemo<readonly Member[]>(
    (before) =>
      bulk() ? before : selection.rows().map((member) => ({ ...member })),
    [],
  );
  const closeBulk = () => setBulk(undefined);
  const [heir, setHeir] = createSignal<string>();
  const removing = createQuestion<Member>();
  const suspending = createQuestion<Member>();

  return (
    <>
      <MemberFilters list={list} />
      <Loaded query={list.query} skeleton={<Skeleton rows={6} />}>
        {() => (
          <Show
            when={list.rows().length > 0}
            fallback={<NobodyFound list={list} />}
          >
            <RowsBox isOld={list.query.isPlaceholderData}>
              <MemberTable
                rows={list.rows()}
                selection={mayActOnMany() ? selection : undefined}
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
      <ConfirmDialog
        open={removing.isOpen()}
        onClose={removing.close}
        title={texts().members.removeFrom(
          removing.about()?.name ?? "",
          organization().name,
        )}
        confirmLabel={texts().members.remove}
        tone="danger"
        onConfirm={removing.answer((member) =>
          actions.removeMember(member, heir()),
        )}
      >
        <p>
          {texts().members.removeText(<bdi>{removing.about()?.email}</bdi>)}
        </p>
        <Heir
          except={[removing.about()?.userId ?? ""]}
          value={heir()}
          onChange={setHeir}
        />
      </ConfirmDialog>
      <ConfirmDialog
        open={suspending.isOpen()}
        onClose={suspending.close}
        title={texts().members.suspend(suspending.about()?.name ?? "")}
        confirmLabel={texts().members.suspendNow}
        tone="danger"
        onConfirm={suspending.answer(actions.suspendMember)}
      >
        {texts().members.suspendText}
      </ConfirmDialog>
    </>
  );
}

function NobodyFound(props: { list: ReturnType<typeof useMemberList> }) {
  return (
    <EmptyState
      icon={<SearchX size={18} />}
      title={texts().members.nobodyFound}
      action={
        <Button onClick={() => props.list.showAll()}>
          {texts().members.showEverybody}
        </Button>
      }
    >
      <Show
        when={props.list.search.applied()}
        fallback={texts().members.noneFits}
      >
        {(words) => texts().members.noneWith(<bdi>{words()}</bdi>)}
      </Show>
    </EmptyState>
  );
}
