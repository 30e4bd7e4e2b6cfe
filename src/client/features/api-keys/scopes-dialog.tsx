import { For } from "solid-js";
import {
  PERMISSION_GROUPS,
  permissionLabel,
  resourceLabel,
} from "#client/features/roles/permission-labels.ts";
import type { VerbDialogProps } from "#client/session/verbs/dialogs.tsx";
import { Button } from "#client/ui/button.tsx";
import { Dialog } from "#client/ui/dialog.tsx";
import { DialogActions, DialogBody } from "#client/ui/dialog-parts.tsx";
import type { ApiKey } from "./api-key.ts";
import { texts } from "./texts.ts";

/** Lists the permissions of a key. */
export default function ScopesDialog(
  props: VerbDialogProps & { apiKey: ApiKey },
) {
  const groups = () => {
    const { scopes } = props.apiKey;
    return PERMISSION_GROUPS.map(({ resource, permissions }) => ({
      resource,
      permissions: permissions.filter((one) => scopes.includes(one)),
    })).filter(({ permissions }) => permissions.length > 0);
  };
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={texts().scopes.title(props.apiKey.name)}
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
        <Button onClick={props.onClose}>{texts().scopes.close}</Button>
      </DialogActions>
    </Dialog>
  );
}
