import { createMemo, For } from "solid-js";
import {
  PERMISSION_GROUPS,
  permissionLabel,
  resourceLabel,
} from "#client/features/roles/permission-labels.ts";
import { Button } from "#client/ui/button.tsx";
import { Dialog } from "#client/ui/dialog.tsx";
import { DialogActions, DialogBody } from "#client/ui/dialog-parts.tsx";
import type { ApiKey } from "./api-key.ts";
import { texts } from "./texts.ts";
import type { KeyDialogs } from "./use-key-dialogs.ts";

/** Lists the permissions of a key. */
export function ScopesDialog(props: { dialogs: KeyDialogs }) {
  const key = () => props.dialogs.keyOf("scopes");
  // Keep the permissions on the screen during the closing animation.
  const shown = createMemo<ApiKey | undefined>((before) => key() ?? before);
  const groups = () => {
    const scopes = shown()?.scopes ?? [];
    return PERMISSION_GROUPS.map(({ resource, permissions }) => ({
      resource,
      permissions: permissions.filter((one) => scopes.includes(one)),
    })).filter(({ permissions }) => permissions.length > 0);
  };
  return (
    <Dialog
      open={key() !== undefined}
      onClose={props.dialogs.close}
      title={texts().scopes.title(shown()?.name ?? "")}
      description={texts().scopes.text}
      size="sm"
    >
      <DialogBody>
        <dl class="flex flex-col gap-3 text-sm">
          <For each={groups()}>
            {(group) => (
              <div>
                <dt class="text-xs font-medium text-muted">
                  {resourceLabel(group.resource)}
                </dt>
                <For each={group.permissions}>
                  {(permission) => <dd>{permissionLabel(permission)}</dd>}
                </For>
              </div>
            )}
          </For>
        </dl>
      </DialogBody>
      <DialogActions>
        <Button onClick={props.dialogs.close}>{texts().scopes.close}</Button>
      </DialogActions>
    </Dialog>
  );
}
