import { For } from "solid-js";
import {
  needing,
  PERMISSIONS,
  type Permission,
  withNeeded,
} from "#shared/permissions.ts";
import { useOrganization } from "#client/session/organization.tsx";
import { Checkbox } from "#client/ui/checkbox.tsx";
import {
  groupInWords,
  inWords,
  PERMISSION_GROUPS,
} from "./permission-words.ts";
import { texts } from "./texts.ts";

/**
 * A box for every right. The reader cannot give a right that they do not hold, nor take away one that another chosen
 * right needs.
 */
export function PermissionFields(props: {
  value: readonly Permission[];
  onChange: (permissions: Permission[]) => void;
}) {
  const { can } = useOrganization();
  const set = (permission: Permission, isGranted: boolean) => {
    const held = new Set(props.value);
    if (isGranted) held.add(permission);
    else held.delete(permission);
    const complete = withNeeded(held);
    props.onChange(PERMISSIONS.filter((one) => complete.has(one)));
  };
  const locked = (permission: Permission): string | undefined => {
    if (!can(permission)) return texts().form.notYours;
    const dependent = needing(permission, props.value);
    return dependent.length > 0
      ? texts().form.neededFor(dependent.map(inWords))
      : undefined;
  };
  return (
    <fieldset class="flex flex-col gap-4">
      <legend class="mb-2 text-sm font-medium">
        {texts().form.permissions}
      </legend>
      <For each={PERMISSION_GROUPS}>
        {(group) => (
          <fieldset class="rounded-lg border border-line px-4 pt-1 pb-3">
            <legend class="px-1 text-xs font-medium text-muted">
              {groupInWords(group.resource)}
            </legend>
            <div class="grid gap-x-6 gap-y-2 sm:grid-cols-2">
              <For each={group.permissions}>
                {(permission) => (
                  <Checkbox
                    label={inWords(permission)}
                    hint={locked(permission)}
                    disabled={locked(permission) !== undefined}
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
