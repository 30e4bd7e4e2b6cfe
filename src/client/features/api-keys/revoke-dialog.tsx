import { Show } from "solid-js";
import { useOrganization } from "#sdk/solid.ts";
import { api } from "#client/session/api.ts";
import type { VerbDialogProps } from "#client/session/verbs/dialogs.tsx";
import { ConfirmDialog } from "#client/ui/confirm-dialog.tsx";
import { RelativeTime } from "#client/ui/relative-time.tsx";
import { toast } from "#client/ui/toast.ts";
import { type ApiKey, endingOf, refetchKeys } from "./api-key.ts";
import { texts } from "./texts.ts";

/** Asks before a key is revoked, and tells when it was last used. */
export default function RevokeDialog(
  props: VerbDialogProps & { apiKey: ApiKey },
) {
  const { slug } = useOrganization();
  const revoke = api.apiKeys.revoke.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  const confirm = async () => {
    const org = slug();
    const { id, name } = props.apiKey;
    await revoke.mutateAsync({ org, id });
    await refetchKeys(org);
    toast.success(texts().revoke.done(name));
  };
  return (
    <ConfirmDialog
      open={props.open}
      onClose={props.onClose}
      title={texts().revoke.title(props.apiKey.name)}
      confirmLabel={texts().revoke.action}
      tone="danger"
      onConfirm={confirm}
    >
      <p>
        {texts().revoke.text(
          <code class="font-mono">{endingOf(props.apiKey)}</code>,
        )}
      </p>
      <p class="mt-2">
        <Show
          when={props.apiKey.lastUsedAt}
          fallback={texts().revoke.neverUsed}
        >
          {(at) => texts().revoke.lastUsed(<RelativeTime value={at()} />)}
        </Show>
      </p>
    </ConfirmDialog>
  );
}
