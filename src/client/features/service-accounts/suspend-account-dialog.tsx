import type { VerbDialogProps } from "#client/session/verbs/dialogs.tsx";
import { ConfirmDialog } from "#client/ui/confirm-dialog.tsx";
import type { ServiceAccount } from "./service-account.ts";
import { texts } from "./texts.ts";
import { useAccountActions } from "./use-account-actions.ts";

export default function SuspendAccountDialog(
  props: VerbDialogProps & { account: ServiceAccount },
) {
  const actions = useAccountActions();
  return (
    <ConfirmDialog
      open={props.open}
      onClose={props.onClose}
      title={texts().suspend.title(props.account.name)}
      confirmLabel={texts().suspend.action}
      tone="danger"
      onConfirm={() => actions.suspend(props.account)}
    >
      {texts().suspend.text(props.account.keys)}
    </ConfirmDialog>
  );
}
