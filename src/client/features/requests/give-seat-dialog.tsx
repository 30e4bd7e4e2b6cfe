import type { VerbDialogProps } from "#client/session/verbs/dialogs.tsx";
import { ConfirmDialog } from "#client/ui/confirm-dialog.tsx";
import type { AccessRequest } from "./request.ts";
import { texts } from "./texts.ts";
import { useRequestActions } from "./use-request-actions.ts";

export default function GiveSeatDialog(
  props: VerbDialogProps & { request: AccessRequest },
) {
  const { approve } = useRequestActions();
  return (
    <ConfirmDialog
      open={props.open}
      onClose={props.onClose}
      title={texts().seatDialog.title(props.request.user.name)}
      confirmLabel={texts().seatDialog.confirm}
      onConfirm={() => approve(props.request)}
    >
      {texts().seatDialog.text}
    </ConfirmDialog>
  );
}
