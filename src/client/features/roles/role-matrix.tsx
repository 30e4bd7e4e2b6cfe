import Check from "lucide-solid/icons/check";
import ChevronRight from "lucide-solid/icons/chevron-right";
import Eye from "lucide-solid/icons/eye";
import Minus from "lucide-solid/icons/minus";
import { createSignal, For, type JSX, Show } from "solid-js";
import { useOrganizationPath } from "#client/session/organization-path.ts";
import { cx } from "#client/ui/cx.ts";
import { IconButton } from "#client/ui/icon-button.tsx";
import { Section } from "#client/ui/section.tsx";
import { LevelLabel } from "./level-label.tsx";
import {
  PERMISSION_GROUPS,
  permissionLabel,
  type PermissionGroup,
  resourceLabel,
} from "./permission-labels.ts";
import { useViewAs } from "./verbs.ts";
import { nameOf, type Role } from "./role.ts";
import { texts } from "./texts.ts";

const FIRST =
  "sticky left-0 z-1 bg-surface pr-3 pl-5 text-left font-normal break-words max-sm:w-2/5 max-sm:pr-1";

/**
 * The permissions of roles: a column for each role, a row for each resource with the level, and the single permissions
 * folded inside. The first column stays visible while many roles scroll sideways.
 */
export function RoleMatrix(props: {
  roles: readonly Role[];
  /** Fields above the table. */
  above?: JSX.Element;
}) {
  return (
    <Section
      title={
        props.roles.length > 1 ? texts().matrix.title : texts().form.permissions
      }
      flush
    >
      <div class="pt-4 empty:hidden">{props.above}</div>
      <div
        class="relative overflow-x-auto"
        tabindex="0"
        role="region"
        aria-label={texts().matrix.label}
      >
        <table class="w-full text-sm max-sm:table-fixed">
          <Show when={props.roles.length > 1}>
            <Heading roles={props.roles} />
          </Show>
          <For each={PERMISSION_GROUPS}>
            {(group) => <Resource group={group} roles={props.roles} />}
          </For>
        </table>
      </div>
    </Section>
  );
}

function Heading(props: { roles: readonly Role[] }) {
  const path = useOrganizationPath();
  const viewAs = useViewAs();
  return (
    <thead>
      <tr class="border-b border-line text-left align-bottom">
        <th scope="col" class={cx(FIRST, "py-2 font-medium text-muted")}>
          {texts().matrix.resource}
        </th>
        <For each={props.roles}>
          {(role) => (
            <th scope="col" class="max-w-40 min-w-24 px-3 py-1 font-medium">
              <span class="flex items-center justify-between gap-1">
                <a
                  href={path(`settings/roles/${role.id}`)}
                  class="inline-flex min-w-0 items-center rounded-sm hover:text-accent-ink hover:underline pointer-coarse:min-h-11"
                >
                  <bdi class="line-clamp-2 break-words">{nameOf(role)}</bdi>
                </a>
                <Show when={viewAs.isOffered()}>
                  <IconButton
                    label={texts().viewAsNamed(nameOf(role))}
                    size="sm"
                    onClick={() => viewAs.start(role)}
                  >
                    <Eye size={16} />
                  </IconButton>
                </Show>
              </span>
            </th>
          )}
        </For>
      </tr>
    </thead>
  );
}

function Resource(props: { group: PermissionGroup; roles: readonly Role[] }) {
  const [isOpen, setOpen] = createSignal(false);
  return (
    <tbody class="border-b border-line last:border-b-0">
      <tr class="align-top">
        <th scope="row" class={FIRST}>
          <button
            type="button"
            aria-expanded={isOpen()}
            onClick={() => setOpen(!isOpen())}
            class="-ml-1 inline-flex min-h-10 items-center gap-1 rounded-sm text-left sm:whitespace-nowrap hover:text-accent-ink pointer-coarse:min-h-11"
          >
            <ChevronRight
              size={16}
              class={cx(
                "shrink-0 text-subtle transition-transform",
                isOpen() && "rotate-90",
              )}
            />
            {resourceLabel(props.group.resource)}
          </button>
        </th>
        <For each={props.roles}>
          {(role) => (
            <td class="px-3 py-2.5">
              <LevelLabel group={props.group} permissions={role.permissions} />
            </td>
          )}
        </For>
      </tr>
      <Show when={isOpen()}>
        <For each={props.group.permissions}>
          {(permission) => (
            <tr>
              <th scope="row" class={cx(FIRST, "py-1.5 pl-9 text-muted")}>
                {permissionLabel(permission)}
              </th>
              <For each={props.roles}>
                {(role) => (
                  <td class="px-3 py-1.5">
                    <Mark isGranted={role.permissions.includes(permission)} />
                  </td>
                )}
              </For>
            </tr>
          )}
        </For>
      </Show>
    </tbody>
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
