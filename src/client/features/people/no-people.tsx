import MailPlus from "lucide-solid/icons/mail-plus";
import SearchX from "lucide-solid/icons/search-x";
import { Show } from "solid-js";
import { Can } from "#sdk/solid.ts";
import { Button } from "#client/ui/button.tsx";
import { EmptyState } from "#client/ui/empty-state.tsx";
import { texts } from "./texts.ts";
import type { PeopleList } from "./use-people-list.ts";

/** Shown when no one matches the filters. */
export function NoPeople(props: { list: PeopleList; onInvite: () => void }) {
  const hasOnlyStatus = () =>
    props.list.status() === "invited" &&
    !props.list.role() &&
    !props.list.search.applied();
  return (
    <Show when={hasOnlyStatus()} fallback={<NoMatch list={props.list} />}>
      <EmptyState
        icon={<MailPlus size={18} />}
        title={texts().none.noInvitations}
        action={
          <Can permission="invitation:create">
            <Button variant="primary" onClick={props.onInvite}>
              {texts().invite}
            </Button>
          </Can>
        }
      >
        {texts().none.noInvitationsText}
      </EmptyState>
    </Show>
  );
}

function NoMatch(props: { list: PeopleList }) {
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
