import Check from "lucide-solid/icons/check";
import Minus from "lucide-solid/icons/minus";
import { For, Show } from "solid-js";
import { Section } from "#client/ui/section.tsx";
import {
  resourceLabel,
  permissionLabel,
  PERMISSION_GROUPS,
} from "./permission-labels.ts";
import type { Role } from "./role.ts";
import { texts } from "./texts.ts";
import { nameOf } from "./role.ts";

/** Compares the permissions of all roles. The first column stays visible while the table scrolls sideways. */
export function RoleMatrix(props: { roles: readonly Role[] }) {
  return (
    <Section title={texts().matrix.title} flush>
      <div
        class="relative overflow-x-auto"
        tabindex="0"
        role="region"
        aria-label={texts().matrix.label}
      >
        <table class="w-full text-sm">
          <thead>
            <tr class="border-b border-line text-left">
              <th
                scope="col"
                class="sticky left-0 min-w-36 bg-surface px-5 py-2 font-medium text-muted"
              >
                {texts().matrix.permission}
              </th>
              <For each={props.roles}>
                {(role) => (
                  <th
                    scope="col"
                    class="max-w-40 px-3 py-2 text-center font-medium"
                  >
                    <bdi class="line-clamp-2 break-words">{nameOf(role)}</bdi>
                  </th>
                )}
              </For>
            </tr>
          </thead>
          <For each={PERMISSION_GROUPS}>
            {(group) => (
              <tbody>
                <tr class="border-b border-line bg-canvas">
                  <th
                    scope="rowgroup"
                    colspan={props.roles.length + 1}
                    class="px-5 py-1.5 text-left text-xs font-medium text-muted"
                  >
                    <span class="sticky left-5">
                      {resourceLabel(group.resource)}
                    </span>
                  </th>
                </tr>
                <For each={group.permissions}>
                  {(permission) => (
                    <tr class="border-b border-line last:border-b-0">
                      <th
                        scope="row"
                        class="sticky left-0 bg-surface px-5 py-2 text-left font-normal"
                      >
                        {permissionLabel(permission)}
                      </th>
                      <For each={props.roles}>
                        {(role) => (
                          <td class="px-3 py-2 text-center">
                            <Mark
                              isGranted={role.permissions.includes(permission)}
                            />
                          </td>
                        )}
                      </For>
                    </tr>
                  )}
                </For>
              </tbody>
            )}
          </For>
        </table>
      </div>
    </Section>
  );
}

function Mark(props: { isGranted: boolean }) {
  return (
    <Show
      when={props.isGranted}
      fallback={
        <>
          <Minus size={14} class="inline text-subtle" aria-hidden="true" />
          <span class="sr-only">{texts().matrix.no}</span>
        </>
      }
    >
      <Check size={16} class="inline text-success-ink" aria-hidden="true" />
      <span class="sr-only">{texts().matrix.yes}</span>
    </Show>
  );
}
