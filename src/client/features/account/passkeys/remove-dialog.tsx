import { createMemo, Show } from "solid-js";
import { api } from "#client/session/api.ts";
import { reauthenticated } from "#client/session/reauthenticated.ts";
import { ConfirmDialog } from "#client/ui/confirm-dialog.tsx";
import { toast } from "#client/ui/toast.ts";
import { type Passkey, refetchPasskeys } from "./passkey.ts";
import { texts } from "./texts.ts";

export function RemoveDialog(props: {
  /** The passkey to remove; undefined while the dialog is closed. */
  passkey: Passkey | undefined;
  onClose: () => void;
}) {
  const status = api.twoFactor.status.useQuery();
  // Keep the passkey's name on the screen during the closing animation.
  const name = createMemo<string>(
    (before) => props.passkey?.name ?? before,
    "",
  );
  const isLast = () =>
    status.isSuccess && !status.data.totp && status.data.passkeys === 1;
  const remove = api.passkeys.remove.useMutation(() => ({
    meta: { showsErrors: true },
    onSettled: refetchPasskeys,
  }));
  const confirm = async () => {
    const { passkey } = props;
    if (!passkey) return;
    await reauthenticated(() => remove.mutateAsync({ id: passkey.id }));
    toast.success(texts().removing.removed(passkey.name));
  };

  return (
    <ConfirmDialog
      open={props.passkey !== undefined}
      onClose={props.onClose}
      title={texts().removing.title(name())}
      confirmLabel={texts().removing.submit}
      tone="danger"
      onConfirm={confirm}
    >
      <p>{texts().removing.text}</p>
      <Show when={isLast()}>
        <p class="mt-2">{texts().removing.last}</p>
      </Show>
    </ConfirmDialog>
  );
}
