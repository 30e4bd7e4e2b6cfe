import type { VerbDialogProps } from "#client/session/verbs/dialogs.tsx";
import { Dialog } from "#client/ui/dialog.tsx";
import { EditAccountForm } from "./edit-account-form.tsx";
import type { ServiceAccount } from "./service-account.ts";
import { texts } from "./texts.ts";

export default function EditAccountDialog(
  props: VerbDialogProps & { account: ServiceAccount },
) {
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={texts().form.editTitle(props.account.name)}
    >
      <EditAccountForm account={props.account} onClose={props.onClose} />
    </Dialog>
  );
}
