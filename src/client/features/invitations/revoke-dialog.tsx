import { api } from "#client/session/api.ts";
import { useOrganization } from "#sdk/solid.ts";
import type { VerbDialogProps } from "#client/session/verbs/dialogs.tsx";
import { ConfirmDialog } from "#client/ui/confirm-dialog.tsx";
import { toast } from "#client/ui/toast.ts";
import {
  explainGone,
  type InvitationThing,
  refetchInvitations,
} from "./invitation.ts";
import { texts } from "./texts.ts";

/** Asks for confirmation before an invitation is revoked. */
export default function RevokeDialog(
  props: VerbDialogProps & { invitation: InvitationThing },
) {
  const { slug } = useOrganization();
  const revoke = api.invitations.revoke.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  const confirm = async () => {
    const org = slug();
    const { id } = props.invitation;
    try {
      await revoke.mutateAsync({ org, id }).catch(explainGone);
    } finally {
      await refetchInvitations(org);
    }
    toast.success(texts().revokeDialog.revoked);
  };
  return (
    <ConfirmDialog
      open={props.open}
      onClose={props.onClose}
      title={texts().revokeDialog.title}
      confirmLabel={texts().revokeDialog.revoke}
      tone="danger"
      onConfirm={confirm}
    >
      {texts().revokeDialog.text(
        <bdi class="break-all text-ink">{props.invitation.email}</bdi>,
      )}
    </ConfirmDialog>
  );
}
