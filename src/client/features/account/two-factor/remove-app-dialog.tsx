import { api } from "#client/session/api.ts";
import { reauthenticated } from "#client/session/reauthenticated.ts";
import { ConfirmDialog } from "#client/ui/confirm-dialog.tsx";
import { toast } from "#client/ui/toast.ts";
import { refetchStatus } from "./status.ts";
import { texts } from "./texts.ts";

export function RemoveAppDialog(props: {
  open: boolean;
  /** Whether the authenticator app is the user's only second factor. */
  isLast: boolean;
  onClose: () => void;
}) {
  const remove = api.twoFactor.removeTotp.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  const confirm = async () => {
    await reauthenticated(() => remove.mutateAsync());
    toast.success(texts().app.removed);
    await refetchStatus();
  };
  return (
    <ConfirmDialog
      open={props.open}
      onClose={props.onClose}
      title={texts().removal.title}
      confirmLabel={texts().removal.confirm}
      tone="danger"
      onConfirm={confirm}
    >
      <p>{texts().removal.text}</p>
      <p class="mt-2">
        {props.isLast ? texts().removal.last : texts().removal.passkeysStay}
      </p>
    </ConfirmDialog>
  );
}
