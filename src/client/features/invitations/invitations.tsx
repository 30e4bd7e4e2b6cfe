import MailPlus from "lucide-solid/icons/mail-plus";
import { createMemo, createSignal, Show } from "solid-js";
import { rowsOf } from "#client/lib/rows-of.ts";
import { api } from "#client/session/api.ts";
import { Can, useOrganization } from "#sdk/solid.ts";
import { Button } from "#client/ui/button.tsx";
import { EmptyState } from "#client/ui/empty-state.tsx";
import { LoadMore } from "#client/ui/load-more.tsx";
import { Loaded } from "#client/ui/loaded.tsx";
import { RowsBox } from "#client/ui/rows-box.tsx";
import { Skeleton } from "#client/ui/skeleton.tsx";
import type { Invitation } from "./invitation.ts";
import { InvitationTable } from "./invitation-table.tsx";
import { ResendDialog } from "./resend-dialog.tsx";
import { RevokeDialog } from "./revoke-dialog.tsx";
import { texts } from "./texts.ts";

/** The pending invitations of the organization. */
export function Invitations(props: { onInvite: () => void }) {
  const { slug } = useOrganization();
  const query = api.invitations.list.useInfiniteQuery(() => ({
    org: slug(),
    status: "open",
  }));
  const rows = createMemo(() => rowsOf(query));
  const [resending, setResending] = createSignal<Invitation>();
  const [revoking, setRevoking] = createSignal<Invitation>();

  return (
    <>
      <Loaded query={query} skeleton={<Skeleton rows={4} />}>
        {() => (
          <Show
            when={rows().length > 0}
            fallback={<NoInvitations onInvite={props.onInvite} />}
          >
            <RowsBox>
              <InvitationTable
                rows={rows()}
                onResend={setResending}
                onRevoke={setRevoking}
              />
              <LoadMore query={query} />
            </RowsBox>
          </Show>
        )}
      </Loaded>
      <ResendDialog
        invitation={resending()}
        onClose={() => setResending(undefined)}
      />
      <RevokeDialog
        invitation={revoking()}
        onClose={() => setRevoking(undefined)}
      />
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
