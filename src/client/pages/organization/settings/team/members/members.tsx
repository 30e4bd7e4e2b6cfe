import SearchX from "lucide-solid/icons/search-x";
import { createSignal, Show } from "solid-js";
import { useOrganization } from "../../../../../session/organization.tsx";
import { Button } from "../../../../../ui/button.tsx";
import { ConfirmDialog } from "../../../../../ui/confirm-dialog.tsx";
import { EmptyState } from "../../../../../ui/empty-state.tsx";
import { LoadMore } from "../../../../../ui/load-more.tsx";
import { Loaded } from "../../../../../ui/loaded.tsx";
import { RowsBox } from "../../../../../ui/rows-box.tsx";
import { SearchField } from "../../../../../ui/search-field.tsx";
import { Skeleton } from "../../../../../ui/skeleton.tsx";
import { LeaveDialog } from "../../leave-dialog.tsx";
import type { Member } from "./member.ts";
import { MemberTable } from "./member-table.tsx";
import { useMemberActions } from "./use-member-actions.ts";
import { useMemberList } from "./use-member-list.ts";

/** Who is in the organization, and as what. */
export function Members() {
  const { organization } = useOrganization();
  const list = useMemberList();
  const actions = useMemberActions();
  const [isLeaving, setLeaving] = createSignal(false);
  const [removing, setRemoving] = createSignal<Member>();
  const [isRemoving, setRemovingOpen] = createSignal(false);
  const askToRemove = (member: Member) => {
    setRemoving(member);
    setRemovingOpen(true);
  };
  const remove = async () => {
    const member = removing();
    if (member) await actions.removeMember(member);
  };

  return (
    <>
      <SearchField
        label="Find a member…"
        class="mb-4 max-w-sm"
        value={list.search.typed()}
        onInput={(text) => list.search.type(text)}
      />
      <Loaded query={list.query} skeleton={<Skeleton rows={6} />}>
        {() => (
          <Show
            when={list.rows().length > 0}
            fallback={<NobodyFound list={list} />}
          >
            <RowsBox isOld={list.query.isPlaceholderData}>
              <MemberTable
                rows={list.rows()}
                actions={actions}
                onLeave={() => setLeaving(true)}
                onRemove={askToRemove}
              />
              <LoadMore query={list.query} what="members" />
            </RowsBox>
          </Show>
        )}
      </Loaded>
      <LeaveDialog open={isLeaving()} onClose={() => setLeaving(false)} />
      <ConfirmDialog
        open={isRemoving()}
        onClose={() => setRemovingOpen(false)}
        title={`Remove ${removing()?.name} from ${organization().name}?`}
        confirmLabel="Remove"
        tone="danger"
        onConfirm={remove}
      >
        They lose access at once, in every open tab. What they made stays. To
        let them back in, invite <bdi>{removing()?.email}</bdi> again.
      </ConfirmDialog>
    </>
  );
}

function NobodyFound(props: { list: ReturnType<typeof useMemberList> }) {
  return (
    <EmptyState
      icon={<SearchX size={18} />}
      title="Nobody found"
      action={
        <Button onClick={() => props.list.search.type("")}>Clear search</Button>
      }
    >
      No member has “<bdi>{props.list.search.applied()}</bdi>” in their name or
      address.
    </EmptyState>
  );
}
