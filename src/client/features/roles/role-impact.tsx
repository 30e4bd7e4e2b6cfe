import { For, Show } from "solid-js";
import { type Permission, PERMISSIONS } from "#shared/permissions.ts";
import type { RouterOutputs } from "#sdk/index.ts";
import { api } from "#client/session/api.ts";
import { useOrganization } from "#sdk/solid.ts";
import { Callout } from "#client/ui/callout.tsx";
import { permissionLabel } from "./permission-labels.ts";
import { texts } from "./texts.ts";
import { formatList } from "#client/lib/formats/number.ts";

type Impact = RouterOutputs["roles"]["impact"];

/** Shows which members an unsaved change of a role affects, and which permissions they gain and lose. */
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
            fallback={<p class="text-sm text-muted">{texts().impact.none}</p>}
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
    <Callout tone="warning" title={texts().impact.title(namesOf(props.impact))}>
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
    </Callout>
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
