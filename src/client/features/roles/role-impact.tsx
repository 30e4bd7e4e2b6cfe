import ChevronDown from "lucide-solid/icons/chevron-down";
import TriangleAlert from "lucide-solid/icons/triangle-alert";
import { For, Show } from "solid-js";
import { type Permission, PERMISSIONS } from "#shared/permissions.ts";
import type { RouterOutputs } from "#sdk/index.ts";
import { api } from "#client/session/api.ts";
import { useOrganization } from "#sdk/solid.ts";
import { cx } from "#client/ui/cx.ts";
import { permissionLabel } from "./permission-labels.ts";
import { texts } from "./texts.ts";
import { formatList } from "#client/lib/formats/number.ts";

type Impact = RouterOutputs["roles"]["impact"];

const BAR = "border-t border-line text-sm";

/**
 * A line above the buttons of the form: how many members an unsaved change of a role affects, and how many permissions
 * they gain and lose. It opens to the names of both.
 */
export function RoleImpact(props: {
  roleId: string;
  before: readonly Permission[];
  permissions: readonly Permission[];
}) {
  const { slug } = useOrganization();
  const isChanged = () =>
    PERMISSIONS.some(
      (permission) =>
        props.before.includes(permission) !==
        props.permissions.includes(permission),
    );
  const impact = api.roles.impact.useQuery(
    () => ({
      org: slug(),
      roleId: props.roleId,
      permissions: props.permissions.join(","),
    }),
    () => ({ enabled: isChanged() }),
  );
  const found = () =>
    isChanged() && impact.isSuccess ? impact.data : undefined;
  return (
    <div aria-live="polite">
      <Show when={found()}>
        {(loaded) => (
          <Show
            when={loaded().members + loaded().serviceAccounts > 0}
            fallback={
              <p class={cx(BAR, "px-5 py-2 text-muted")}>
                {texts().impact.none}
              </p>
            }
          >
            <AffectedMembers impact={loaded()} />
          </Show>
        )}
      </Show>
    </div>
  );
}

function AffectedMembers(props: { impact: Impact }) {
  return (
    <details class={cx(BAR, "group border-warning-line bg-warning-soft")}>
      <summary class="flex min-h-10 items-center gap-2 px-5 py-2 focus-visible:-outline-offset-2 pointer-coarse:min-h-11">
        <TriangleAlert size={16} class="shrink-0 text-warning-ink" />
        <span class="min-w-0 flex-1 font-medium">
          {summaryOf(props.impact)}
        </span>
        <ChevronDown
          size={16}
          class="shrink-0 text-muted transition-transform group-open:rotate-180"
        />
      </summary>
      <div
        class="max-h-48 overflow-y-auto px-5 pb-3 text-muted"
        tabindex="0"
        role="region"
        aria-label={texts().impact.details}
      >
        <p class="mb-2">{namesOf(props.impact)}</p>
        <PermissionList
          title={texts().impact.gained}
          permissions={props.impact.gained}
        />
        <PermissionList
          title={texts().impact.lost}
          permissions={props.impact.lost}
        />
        <Show when={props.impact.voided > 0}>
          <p>{texts().impact.voided(props.impact.voided)}</p>
        </Show>
      </div>
    </details>
  );
}

function PermissionList(props: {
  title: string;
  permissions: readonly Permission[];
}) {
  return (
    <Show when={props.permissions.length > 0}>
      <p>{props.title}</p>
      <ul class="mb-2 list-disc pl-5">
        <For each={props.permissions}>
          {(permission) => <li>{permissionLabel(permission)}</li>}
        </For>
      </ul>
    </Show>
  );
}

function summaryOf(impact: Impact): string {
  const { members, serviceAccounts, gained, lost } = impact;
  const said = texts().impact;
  const affected = [
    ...(members > 0 ? [said.members(members)] : []),
    ...(serviceAccounts > 0 ? [said.serviceAccounts(serviceAccounts)] : []),
  ];
  return [
    said.title(formatList(affected)),
    ...(gained.length > 0 ? [said.gains(gained.length)] : []),
    ...(lost.length > 0 ? [said.loses(lost.length)] : []),
  ].join(" · ");
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
