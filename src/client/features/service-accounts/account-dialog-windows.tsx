import { createMemo, Show } from "solid-js";
import { useOrganization } from "#sdk/solid.ts";
import { api } from "#client/session/api.ts";
import { reauthenticated } from "#client/session/reauthenticated.ts";
import { ConfirmDialog } from "#client/ui/confirm-dialog.tsx";
import { Dialog } from "#client/ui/dialog.tsx";
import { toast } from "#client/ui/toast.ts";
import { AccountForm, type AccountFields } from "./account-form.tsx";
import { refetchAccounts, type ServiceAccount } from "./service-account.ts";
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
          <EditAccount account={account} onClose={props.dialogs.close} />
        )}
      </Show>
    </Dialog>
  );
}

function EditAccount(props: { account: ServiceAccount; onClose: () => void }) {
  const { slug } = useOrganization();
  const update = api.serviceAccounts.update.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  const submit = async (fields: AccountFields) => {
    const org = slug();
    const changes = changed(props.account, fields);
    const input = { org, id: props.account.id, ...changes };
    await reauthenticated(() => update.mutateAsync(input));
    props.onClose();
    toast.success(texts().form.saved(fields.name));
    await refetchAccounts(org);
  };
  return (
    <AccountForm
      account={props.account}
      submitLabel={texts().form.save}
      onSubmit={submit}
      onCancel={props.onClose}
    />
  );
}

/**
 * Returns only the fields that the user changed. Sending the others could overwrite what other users have changed.
 */
function changed(
  before: ServiceAccount,
  fields: AccountFields,
): Partial<AccountFields> {
  const was: AccountFields = {
    name: before.name,
    description: before.description,
    role: before.role,
    stewardId: before.steward?.id,
  };
  return {
    ...(fields.name !== was.name && { name: fields.name }),
    ...(fields.description !== was.description && {
      description: fields.description,
    }),
    ...(fields.role !== was.role && { role: fields.role }),
    ...(fields.stewardId !== was.stewardId && { stewardId: fields.stewardId }),
  };
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
