import { createMemo, Show } from "solid-js";
import { useOrganization } from "#sdk/solid.ts";
import { api } from "#client/session/api.ts";
import { ConfirmDialog } from "#client/ui/confirm-dialog.tsx";
import { RelativeTime } from "#client/ui/relative-time.tsx";
import { toast } from "#client/ui/toast.ts";
import { type ApiKey, endingOf, refetchKeys } from "./api-key.ts";
import { texts } from "./texts.ts";
import type { KeyDialogs } from "./use-key-dialogs.ts";

/** Asks before a key is revoked, and tells when it was last used. */
export function RevokeDialog(props: { dialogs: KeyDialogs }) {
  const { slug } = useOrganization();
  const key = () => props.dialogs.keyOf("revoke");
  // Keep the key's name on the screen during the closing animation.
  const shown = createMemo<ApiKey | undefined>((before) => key() ?? before);
  const revoke = api.apiKeys.revoke.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  const confirm = async () => {
    const revoked = key();
    if (!revoked) return;
    const org = slug();
    await revoke.mutateAsync({ org, id: revoked.id });
    await refetchKeys(org);
    toast.success(texts().revoke.done(revoked.name));
  };
  return (
    <ConfirmDialog
      open={key() !== undefined}
      onClose={props.dialogs.close}
      title={texts().revoke.title(shown()?.name ?? "")}
      confirmLabel={texts().revoke.action}
      tone="danger"
      onConfirm={confirm}
    >
      <Show when={shown()}>
        {(revoked) => (
          <>
            <p>
              {texts().revoke.text(
                <code class="font-mono">{endingOf(revoked())}</code>,
              )}
            </p>
            <p class="mt-2">
              <Show
                when={revoked().lastUsedAt}
                fallback={texts().revoke.neverUsed}
              >
                {(at) => texts().revoke.lastUsed(<RelativeTime value={at()} />)}
              </Show>
            </p>
          </>
        )}
      </Show>
    </ConfirmDialog>
  );
}
