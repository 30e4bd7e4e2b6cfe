import MailPlus from "lucide-solid/icons/mail-plus";
import { createMemo, Show } from "solid-js";
import { rowsOf } from "#client/lib/rows-of.ts";
import { api } from "#client/session/api.ts";
import { Can, useOrganization } from "#sdk/solid.ts";
import { Button } from "#client/ui/button.tsx";
import { EmptyState } from "#client/ui/empty-state.tsx";
import { LoadMore } from "#client/ui/load-more.tsx";
import { Loaded } from "#client/ui/loaded.tsx";
import { RowsBox } from "#client/ui/rows-box.tsx";
import { Skeleton } from "#client/ui/skeleton.tsx";
import { InvitationTable } from "./invitation-table.tsx";
import { ResendExpired } from "./resend-expired.tsx";
import { texts } from "./texts.ts";

/** The pending invitations of the organization. */
export function Invitations(props: { onInvite: () => void }) {
  const { slug } = useOrganization();
  const query = api.invitations.list.useInfiniteQuery(() => ({
    org: slug(),
    status: "open",
  }));
  const rows = createMemo(() => rowsOf(query));

  return (
    <>
      <Loaded query={query} skeleton={<Skeleton rows={4} />}>
        {() => (
          <Show
            when={rows().length > 0}
            fallback={<NoInvitations onInvite={props.onInvite} />}
          >
            <div class="mb-4 flex justify-end empty:hidden">
              <ResendExpired />
            </div>
            <RowsBox>
              <InvitationTable rows={rows()} />
              <LoadMore query={query} />
            </RowsBox>
          </Show>
        )}
      </Loaded>
    </>
  );
}

function NoInvitations(props: { onInvite: () => void }) {
  return (
    <EmptyState
      icon={<MailPlus size={18} />}
      title={texts().invitations.none}
      action={
        <Can permission="invitation:create">
          <Button variant="primary" onClick={props.onInvite}>
            {texts().invitations.invitePeople}
          </Button>
        </Can>
      }
    >
      {texts().invitations.noneText}
    </EmptyState>
  );
}
