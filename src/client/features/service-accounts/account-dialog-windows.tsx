import { createMemo, Show } from "solid-js";
import { ConfirmDialog } from "#client/ui/confirm-dialog.tsx";
import { Dialog } from "#client/ui/dialog.tsx";
import { EditAccountForm } from "./edit-account-form.tsx";
import type { ServiceAccount } from "./service-account.ts";
import { texts } from "./texts.ts";
import { useAccountActions } from "./use-account-actions.ts";
import type { AccountAction, AccountDialogs } from "./use-account-dialogs.ts";

interface WindowsProps {
  dialogs: AccountDialogs;
  /** Runs after an account was deleted. */
  onDeleted?: () => void;
}

/** The dialogs about one service account. */
export function AccountDialogWindows(props: WindowsProps) {
  return (
    <>
      <EditAccountDialog dialogs={props.dialogs} />
      <SuspendDialog dialogs={props.dialogs} />
      <DeleteAccountDialog {...props} />
    </>
  );
}

/** Returns the account of a dialog. It stays known during the closing animation. */
function useShown(dialogs: () => AccountDialogs, action: AccountAction) {
  return createMemo<ServiceAccount | undefined>(
    (before) => dialogs().accountOf(action) ?? before,
  );
}

function EditAccountDialog(props: { dialogs: AccountDialogs }) {
  const shown = useShown(() => props.dialogs, "edit");
  return (
    <Dialog
      open={props.dialogs.accountOf("edit") !== undefined}
      onClose={props.dialogs.close}
      title={texts().form.editTitle(shown()?.name ?? "")}
    >
      <Show when={shown()} keyed>
        {(account) => (
          <EditAccountForm account={account} onClose={props.dialogs.close} />
        )}
      </Show>
    </Dialog>
  );
}

function SuspendDialog(props: { dialogs: AccountDialogs }) {
  const actions = useAccountActions();
  const account = () => props.dialogs.accountOf("suspend");
  const shown = useShown(() => props.dialogs, "suspend");
  const confirm = async () => {
    const suspended = account();
    if (suspended) await actions.suspend(suspended);
  };
  return (
    <ConfirmDialog
      open={account() !== undefined}
      onClose={props.dialogs.close}
      title={texts().suspend.title(shown()?.name ?? "")}
      confirmLabel={texts().suspend.action}
      tone="danger"
      onConfirm={confirm}
    >
      {texts().suspend.text(shown()?.keys ?? 0)}
    </ConfirmDialog>
  );
}

function DeleteAccountDialog(props: WindowsProps) {
  const actions = useAccountActions();
  const account = () => props.dialogs.accountOf("delete");
  const shown = useShown(() => props.dialogs, "delete");
  const confirm = async () => {
    const deleted = account();
    if (!deleted) return;
    await actions.delete(deleted);
    props.onDeleted?.();
  };
  return (
    <ConfirmDialog
      open={account() !== undefined}
      onClose={props.dialogs.close}
      title={texts().remove.title(shown()?.name ?? "")}
      confirmLabel={texts().remove.action}
      tone="danger"
      onConfirm={confirm}
    >
      {texts().remove.text(shown()?.keys ?? 0)}
    </ConfirmDialog>
  );
}
