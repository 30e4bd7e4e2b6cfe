import { For } from "solid-js";
import {
  PERMISSIONS,
  type Permission,
} from "../../../../../shared/permissions.ts";
import { useOrganization } from "../../../../session/organization.tsx";
import { Checkbox } from "../../../../ui/checkbox.tsx";
import {
  groupInWords,
  inWords,
  PERMISSION_GROUPS,
} from "./permission-words.ts";
import { TEXTS } from "./texts.ts";

/** A box for every right; those that the reader does not hold cannot be given by them. */
export function PermissionFields(props: {
  value: readonly Permission[];
  onChange: (permissions: Permission[]) => void;
}) {
  const { can } = useOrganization();
  const set = (permission: Permission, isGranted: boolean) => {
    const held = new Set(props.value);
    if (isGranted) held.add(permission);
    else held.delete(permission);
    props.onChange(PERMISSIONS.filter((one) => held.has(one)));
  };
  return (
    <fieldset class="flex flex-col gap-4">
      <legend class="mb-2 text-sm font-medium">{TEXTS.form.permissions}</legend>
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
                    hint={can(permission) ? undefined : TEXTS.form.notYours}
                    disabled={!can(permission)}
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
