import { createMemo } from "solid-js";
import { api } from "#client/session/api.ts";
import { useOrganization } from "#sdk/solid.ts";
import { ConfirmDialog } from "#client/ui/confirm-dialog.tsx";
import { toast } from "#client/ui/toast.ts";
import { explainGone, type Invitation } from "./invitation.ts";
import { texts } from "./texts.ts";

/** Asks for confirmation before an invitation is revoked. The dialog is open while `invitation` is set. */
export function RevokeDialog(props: {
  invitation: Invitation | undefined;
  onClose: () => void;
}) {
  const { slug } = useOrganization();
  const revoke = api.invitations.revoke.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  // Keep the invited address on the screen during the closing animation.
  const named = createMemo<Invitation | undefined>(
    (before) => props.invitation ?? before,
  );
  const confirm = async () => {
    const org = slug();
    const invitation = named();
    if (!invitation) return;
    try {
      await revoke.mutateAsync({ org, id: invitation.id }).catch(explainGone);
    } finally {
      await api.invitations.list.invalidate({ org });
    }
    toast.success(texts().revokeDialog.revoked);
  };
  return (
    <ConfirmDialog
      open={props.invitation !== undefined}
      onClose={props.onClose}
      title={texts().revokeDialog.title}
      confirmLabel={texts().revokeDialog.revoke}
      tone="danger"
      onConfirm={confirm}
    >
      {texts().revokeDialog.text(
        <bdi class="break-all text-ink">{named()?.email}</bdi>,
      )}
    </ConfirmDialog>
  );
}
