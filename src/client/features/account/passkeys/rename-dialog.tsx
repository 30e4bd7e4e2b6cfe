import { Show } from "solid-js";
import { api } from "#client/session/api.ts";
import { Dialog } from "#client/ui/dialog.tsx";
import { toast } from "#client/ui/toast.ts";
import { NameForm } from "./name-form.tsx";
import type { Passkey } from "./passkey.ts";
import { texts } from "./texts.ts";

export function RenameDialog(props: {
  /** The passkey to rename; undefined while the dialog is closed. */
  passkey: Passkey | undefined;
  onClose: () => void;
}) {
  const rename = api.passkeys.rename.useMutation(() => ({
    meta: { showsErrors: true },
    onSettled: () => api.passkeys.list.invalidate(),
  }));
  const renameTo = async ({ id }: Passkey, name: string) => {
    const renamed = await rename.mutateAsync({ id, name });
    props.onClose();
    toast.success(texts().renaming.renamed(renamed.name));
  };
  return (
    <Dialog
      open={props.passkey !== undefined}
      onClose={props.onClose}
      title={texts().renaming.title}
      size="sm"
    >
      <Show when={props.passkey} keyed>
        {(passkey) => (
          <NameForm
            name={passkey.name}
            texts={texts().renaming}
            onSubmit={(name) => renameTo(passkey, name)}
            onClose={props.onClose}
          />
        )}
      </Show>
    </Dialog>
  );
}
