import ChevronDown from "lucide-solid/icons/chevron-down";
import { For, Show } from "solid-js";
import {
  type Permission,
  PERMISSIONS,
  withNeeded,
} from "#shared/permissions.ts";
import type { RouterOutputs } from "#sdk/index.ts";
import { api } from "#client/session/api.ts";
import { useOrganizationPath } from "#client/session/organization-path.ts";
import { useOrganization } from "#sdk/solid.ts";
import { cx } from "#client/ui/cx.ts";
import { createMedia } from "#client/ui/media.ts";
import { TextLink } from "#client/ui/text-link.tsx";
import { formatList } from "#client/lib/formats/number.ts";
import { isShown, permissionLabel } from "./permission-labels.ts";
import type { Role } from "./role.ts";
import { texts } from "./texts.ts";

type Impact = RouterOutputs["roles"]["impact"];

/** The permissions that the holders of a role gain and lose by an unsaved change. */
export interface Difference {
  gained: Permission[];
  lost: Permission[];
}

export function differenceOf(
  before: readonly Permission[],
  typed: readonly Permission[],
): Difference {
  const after = withNeeded(typed);
  return {
    gained: PERMISSIONS.filter(
      (one) => after.has(one) && !before.includes(one),
    ),
    lost: PERMISSIONS.filter((one) => !after.has(one) && before.includes(one)),
  };
}

/**
 * Shows which members an unsaved change of a role affects, and which permissions they gain and lose. Beside the form,
 * everything is visible; in the bar of a small window, it opens from one line.
 */
export function RoleImpact(props: {
  role: Role;
  before: readonly Permission[];
  permissions: readonly Permission[];
}) {
  const { slug } = useOrganization();
  const isBeside = createMedia("(width >= 64rem)");
  const difference = () => differenceOf(props.before, props.permissions);
  const isChanged = () =>
    difference().gained.length + difference().lost.length > 0;
  const impact = api.roles.impact.useQuery(
    () => ({
      org: slug(),
      roleId: props.role.id,
      permissions: props.permissions.join(","),
    }),
    () => ({
      // The members stay the same while the permissions change, so that the panel does not flicker.
      placeholderData: (before: Impact | undefined) => before,
    }),
  );
  const found = () => (impact.data === undefined ? undefined : impact.data);
  const isHeld = (loaded: Impact) =>
    loaded.members + loaded.serviceAccounts > 0;
  return (
    <div aria-live="polite" class="text-sm">
      <Show when={found()} fallback={<p class="text-muted">…</p>}>
        {(loaded) => (
          <Show
            when={isHeld(loaded())}
            fallback={<p class="text-muted">{texts().impact.none}</p>}
          >
            <details open={isBeside()} class="group">
              <summary class="flex min-h-8 items-center gap-2 rounded-sm lg:hidden pointer-coarse:min-h-11">
                <span class="min-w-0 flex-1 font-medium">
                  {summaryOf(loaded(), difference())}
                </span>
                <ChevronDown
                  size={16}
                  class="shrink-0 text-muted transition-transform group-open:rotate-180"
                />
              </summary>
              <div
                class="max-lg:max-h-48 max-lg:overflow-y-auto max-lg:pb-2"
                tabindex={isBeside() ? undefined : "0"}
                role="region"
                aria-label={texts().impact.details}
              >
                <p class="font-medium max-lg:hidden">
                  {summaryOf(loaded(), difference())}
                </p>
                <Holders role={props.role} impact={loaded()} />
                <PermissionList
                  title={texts().impact.gained}
                  mark="+"
                  look="text-success-ink"
                  permissions={difference().gained.filter(isShown)}
                />
                <PermissionList
                  title={texts().impact.lost}
                  mark="−"
                  look="text-danger-ink"
                  permissions={difference().lost.filter(isShown)}
                />
                <Show when={isChanged() && loaded().voided > 0}>
                  <p class="mt-2 text-warning-ink">
                    {texts().impact.voided(loaded().voided)}
                  </p>
                </Show>
              </div>
            </details>
          </Show>
        )}
      </Show>
    </div>
  );
}

function Holders(props: { role: Role; impact: Impact }) {
  const path = useOrganizationPath();
  return (
    <p class="mt-1 text-muted">
      <bdi class="break-words">{namesOf(props.impact)}</bdi>{" "}
      <Show when={props.impact.members > props.impact.names.length}>
        <TextLink href={`${path("people")}?role=${props.role.id}`}>
          {texts().impact.showAll}
        </TextLink>
      </Show>
    </p>
  );
}

function PermissionList(props: {
  title: string;
  mark: string;
  look: string;
  permissions: readonly Permission[];
}) {
  return (
    <Show when={props.permissions.length > 0}>
      <p class="mt-3 font-medium">{props.title}</p>
      <ul class="mt-1 flex flex-col gap-0.5">
        <For each={props.permissions}>
          {(permission) => (
            <li class="flex gap-2">
              <span aria-hidden="true" class={cx("w-3 shrink-0", props.look)}>
                {props.mark}
              </span>
              <span class="min-w-0 text-muted">
                {permissionLabel(permission)}
              </span>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}

function summaryOf(impact: Impact, { gained, lost }: Difference): string {
  const { members, serviceAccounts } = impact;
  const said = texts().impact;
  const affected = formatList([
    ...(members > 0 ? [said.members(members)] : []),
    ...(serviceAccounts > 0 ? [said.serviceAccounts(serviceAccounts)] : []),
  ]);
  const changes = [
    ...(gained.length > 0 ? [said.gains(gained.length)] : []),
    ...(lost.length > 0 ? [said.loses(lost.length)] : []),
  ];
  return changes.length > 0
    ? [said.title(affected), ...changes].join(" · ")
    : said.held(affected);
}

function namesOf({ members, names, serviceAccounts }: Impact): string {
  const more = members - names.length;
  return formatList([
    ...names,
    ...(more > 0 ? [texts().impact.others(more)] : []),
    ...(serviceAccounts > 0
      ? [texts().impact.serviceAccounts(serviceAccounts)]
      : []),
  ]);
}
