import { For, type JSX } from "solid-js";
import {
  needing,
  PERMISSIONS,
  type Permission,
  withNeeded,
} from "#shared/permissions.ts";
import { useOrganization } from "#sdk/solid.ts";
import { Checkbox } from "#client/ui/checkbox.tsx";
import {
  resourceLabel,
  permissionLabel,
  PERMISSION_GROUPS,
} from "./permission-labels.ts";
import { texts } from "./texts.ts";

/**
 * Shows a checkbox for each permission. A checkbox is locked if the user lacks the permission, or if another selected
 * permission requires it.
 */
export function PermissionFields(props: {
  value: readonly Permission[];
  /** The permissions to choose from; by default all. */
  offered?: readonly Permission[];
  /** Buttons that choose several permissions at once. */
  actions?: JSX.Element;
  onChange: (permissions: Permission[]) => void;
}) {
  const groups = () =>
    PERMISSION_GROUPS.map(({ resource, permissions }) => ({
      resource,
      permissions: permissions.filter(
        (permission) => props.offered?.includes(permission) ?? true,
      ),
    })).filter(({ permissions }) => permissions.length > 0);
  const { can } = useOrganization();
  const set = (permission: Permission, isGranted: boolean) => {
    const selected = new Set(props.value);
    if (isGranted) selected.add(permission);
    else selected.delete(permission);
    const complete = withNeeded(selected);
    props.onChange(PERMISSIONS.filter((one) => complete.has(one)));
  };
  const lockReason = (permission: Permission): string | undefined => {
    if (!can(permission)) return texts().form.notHeld;
    const dependent = needing(permission, props.value);
    return dependent.length > 0
      ? texts().form.requiredBy(dependent.map(permissionLabel))
      : undefined;
  };
  return (
    <fieldset class="flex flex-col gap-4">
      <legend class="mb-2 text-sm font-medium">
        {texts().form.permissions}
      </legend>
      {props.actions}
      <For each={groups()}>
        {(group) => (
          <fieldset class="rounded-lg border border-line px-4 pt-1 pb-3">
            <legend class="px-1 text-xs font-medium text-muted">
              {resourceLabel(group.resource)}
            </legend>
            <div class="grid gap-x-6 gap-y-2 sm:grid-cols-2">
              <For each={group.permissions}>
                {(permission) => (
                  <Checkbox
                    label={permissionLabel(permission)}
                    hint={lockReason(permission)}
                    disabled={lockReason(permission) !== undefined}
                    checked={props.value.includes(permission)}
                    onChange={(isGranted) => set(permission, isGranted)}
                  />
                )}
              </For>
            </div>
          </fieldset>
        )}
      </For>
    </fieldset>
  );
}
