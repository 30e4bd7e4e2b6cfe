import { For, type JSX } from "solid-js";
import type { Permission } from "#shared/permissions.ts";
import { PermissionChecks } from "./permission-checks.tsx";
import { resourceLabel, PERMISSION_GROUPS } from "./permission-labels.ts";
import { texts } from "./texts.ts";

/** Shows the checkboxes of permissions, in a box for each resource. */
export function PermissionFields(props: {
  value: readonly Permission[];
  /** The permissions to choose from. */
  offered: readonly Permission[];
  /** Buttons that choose several permissions at once. */
  actions?: JSX.Element;
  onChange: (permissions: Permission[]) => void;
}) {
  const groups = () =>
    PERMISSION_GROUPS.map(({ resource, permissions }) => ({
      resource,
      permissions: permissions.filter((one) => props.offered.includes(one)),
    })).filter(({ permissions }) => permissions.length > 0);
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
            <PermissionChecks
              offered={group.permissions}
              value={props.value}
              onChange={props.onChange}
            />
          </fieldset>
        )}
      </For>
    </fieldset>
  );
}
