import MailWarning from "lucide-solid/icons/mail-warning";
import { For } from "solid-js";
import { Can } from "#sdk/solid.ts";
import { useOrganizationPath } from "#client/session/organization-path.ts";
import { roleNameOf } from "#client/session/role-label.ts";
import type { Invitation } from "#client/features/invitations/invitation.ts";
import { openResend, openRevoke } from "#client/features/invitations/verbs.ts";
import { formatRelative } from "#client/lib/formats/time.ts";
import { Button } from "#client/ui/button.tsx";
import { currentTime } from "#client/ui/now.ts";
import { texts } from "../texts.ts";
import type { Attention } from "../use-dashboard.ts";
import { AttentionRow, MoreRow } from "./attention-row.tsx";

/** The invitations that have expired or were not delivered. */
export function InvitationRows(props: {
  invitations: NonNullable<Attention["invitations"]>;
}) {
  const path = useOrganizationPath();
  return (
    <>
      <For each={props.invitations.first}>
        {(invitation) => (
          <InvitationRow
            invitation={invitation}
            onResend={() => openResend({ invitation: { ...invitation } })}
            onRevoke={() => openRevoke({ invitation: { ...invitation } })}
          />
        )}
      </For>
      <MoreRow
        due={props.invitations}
        label={texts().attention.invitation.more}
        href={path("people?status=invited")}
      />
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
