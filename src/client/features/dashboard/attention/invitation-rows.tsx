import MailWarning from "lucide-solid/icons/mail-warning";
import { createSignal, For, lazy, Show, Suspense } from "solid-js";
import { api } from "#client/session/api.ts";
import { Can, useOrganization } from "#sdk/solid.ts";
import { useOrganizationPath } from "#client/session/organization-path.ts";
import { roleNameOf } from "#client/session/role-label.ts";
import type { Invitation } from "#client/features/invitations/invitation.ts";
import { formatRelative } from "#client/lib/formats/time.ts";
import { Button } from "#client/ui/button.tsx";
import { currentTime } from "#client/ui/now.ts";
import { texts } from "../texts.ts";
import type { Attention } from "../use-dashboard.ts";
import { AttentionRow, MoreRow } from "./attention-row.tsx";

// Loaded with the first click: most visits of the dashboard need no dialog.
const ResendDialog = lazy(async () => ({
  default: (await import("#client/features/invitations/resend-dialog.tsx"))
    .ResendDialog,
}));
const RevokeDialog = lazy(async () => ({
  default: (await import("#client/features/invitations/revoke-dialog.tsx"))
    .RevokeDialog,
}));

/** The invitations that have expired or were not delivered. */
export function InvitationRows(props: {
  invitations: NonNullable<Attention["invitations"]>;
}) {
  const { slug } = useOrganization();
  const path = useOrganizationPath();
  const [resending, setResending] = createSignal<Invitation>();
  const [revoking, setRevoking] = createSignal<Invitation>();
  const [wasOpened, setOpened] = createSignal({ resend: false, revoke: false });
  const resend = (invitation: Invitation) => {
    setOpened((before) => ({ ...before, resend: true }));
    setResending({ ...invitation });
  };
  const revoke = (invitation: Invitation) => {
    setOpened((before) => ({ ...before, revoke: true }));
    setRevoking({ ...invitation });
  };
  const close = () => {
    setResending(undefined);
    setRevoking(undefined);
    void api.dashboard.get.invalidate({ org: slug() });
  };
  return (
    <>
      <For each={props.invitations.first}>
        {(invitation) => (
          <InvitationRow
            invitation={invitation}
            onResend={() => resend(invitation)}
            onRevoke={() => revoke(invitation)}
          />
        )}
      </For>
      <MoreRow
        due={props.invitations}
        label={texts().attention.invitation.more}
        href={path("settings/team?tab=invitations")}
      />
      {/* Its own boundary, so that the page stays while a dialog is loading. */}
      <Suspense>
        <Show when={wasOpened().resend}>
          <ResendDialog invitation={resending()} onClose={close} />
        </Show>
        <Show when={wasOpened().revoke}>
          <RevokeDialog invitation={revoking()} onClose={close} />
        </Show>
      </Suspense>
    </>
  );
}

function InvitationRow(props: {
  invitation: Invitation;
  onResend: () => void;
  onRevoke: () => void;
}) {
  const email = () => props.invitation.email;
  const { invitation: labels } = texts().attention;
  const ending = () =>
    formatRelative(new Date(props.invitation.expiresAt), currentTime());
  const isExpired = () => props.invitation.status === "expired";
  return (
    <AttentionRow
      icon={<MailWarning size={16} />}
      tone="warning"
      detail={
        isExpired()
          ? labels.from(
              props.invitation.invitedBy,
              roleNameOf(props.invitation),
            )
          : labels.notSentWhy
      }
      actions={
        <>
          <Can permission="invitation:revoke">
            <Button size="sm" onClick={() => props.onRevoke()}>
              {labels.revoke}
              <span class="sr-only"> {email()}</span>
            </Button>
          </Can>
          <Can permission="invitation:create">
            <Button size="sm" onClick={() => props.onResend()}>
              {labels.resend}
              <span class="sr-only"> {email()}</span>
            </Button>
          </Can>
        </>
      }
    >
      {isExpired()
        ? labels.expired(<bdi class="break-all">{email()}</bdi>, ending())
        : labels.notSent(<bdi class="break-all">{email()}</bdi>)}
    </AttentionRow>
  );
}
