import type { VerbDialogProps } from "#client/session/verbs/dialogs.tsx";
import { ConfirmDialog } from "#client/ui/confirm-dialog.tsx";
import type { AccessRequest } from "./request.ts";
import { texts } from "./texts.ts";
import { useRequestActions } from "./use-request-actions.ts";

export default function DeclineDialog(
  props: VerbDialogProps & { request: AccessRequest },
) {
  const { decline } = useRequestActions();
  return (
    <ConfirmDialog
      open={props.open}
      onClose={props.onClose}
      title={texts().declineDialog.title(props.request.user.name)}
      confirmLabel={texts().declineDialog.confirm}
      onConfirm={() => decline(props.request)}
    >
      {texts().declineDialog.text}
    </ConfirmDialog>
  );
}
