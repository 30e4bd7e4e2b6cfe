import { For } from "solid-js";
import { needing, type Permission } from "#shared/permissions.ts";
import { useOrganization } from "#sdk/solid.ts";
import { Checkbox } from "#client/ui/checkbox.tsx";
import { completed } from "./levels.ts";
import { permissionLabel } from "./permission-labels.ts";
import { texts } from "./texts.ts";

/**
 * Shows a checkbox for each permission. A checkbox is locked if the user lacks the permission, or if another selected
 * permission requires it.
 */
export function PermissionChecks(props: {
  /** The permissions to choose from. */
  offered: readonly Permission[];
  /** The selected permissions, also those that are not offered here. */
  value: readonly Permission[];
  onChange: (permissions: Permission[]) => void;
}) {
  const { can } = useOrganization();
  const set = (permission: Permission, isGranted: boolean) => {
    const selected = new Set(props.value);
    if (isGranted) selected.add(permission);
    else selected.delete(permission);
    props.onChange(completed(selected));
  };
  const lockReason = (permission: Permission): string | undefined => {
    if (!can(permission)) return texts().form.notHeld;
    const dependent = needing(permission, props.value);
    return dependent.length > 0
      ? texts().form.requiredBy(dependent.map(permissionLabel))
      : undefined;
  };
  return (
    <div class="grid gap-x-6 gap-y-2 sm:grid-cols-2">
      <For each={props.offered}>
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
  );
}
