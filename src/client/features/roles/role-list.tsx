import { Show } from "solid-js";
import { roleSummary } from "#client/session/role-label.ts";
import { useOrganization } from "#sdk/solid.ts";
import { useOrganizationPath } from "#client/session/organization-path.ts";
import { useVerbs } from "#client/session/verbs/use-verbs.ts";
import { VerbMenu } from "#client/session/verbs/verb-menu.tsx";
import { Badge } from "#client/ui/badge.tsx";
import { RowsBox } from "#client/ui/rows-box.tsx";
import { Table } from "#client/ui/table.tsx";
import type { Column } from "#client/ui/table-column.ts";
import { TextLink } from "#client/ui/text-link.tsx";
import type { Role } from "./role.ts";
import { texts } from "./texts.ts";
import { nameOf } from "./role.ts";
import { roleKind } from "./verbs.ts";

/** Lists all roles with the number of members of each role. */
export function RoleList(props: { roles: readonly Role[] }) {
  const { can } = useOrganization();
  const path = useOrganizationPath();
  const verbs = useVerbs(roleKind);
  const columns = (): Column<Role>[] => [
    {
      id: "role",
      header: texts().list.role,
      class: "sm:w-full sm:max-w-0",
      cell: (role) => <RoleName role={role} />,
    },
    {
      id: "members",
      header: texts().list.members,
      class: "whitespace-nowrap",
      cell: (role) => (
        <TextLink href={`${path("people")}?role=${role.id}`}>
          {texts().members(role.members)}
          <span class="sr-only"> {texts().withRole(nameOf(role))}</span>
        </TextLink>
      ),
    },
    ...(can("role:manage") ? [actions] : []),
  ];
  const actions: Column<Role> = {
    id: "actions",
    header: texts().list.actions,
    isActions: true,
    align: "end",
    cell: (role) => (
      <VerbMenu
        label={texts().actions(nameOf(role))}
        verbs={verbs}
        thing={role}
      />
    ),
  };
  return (
    <div class="mb-6">
      <RowsBox>
        <Table
          caption={texts().list.caption}
          columns={columns()}
          rows={props.roles}
        />
      </RowsBox>
    </div>
  );
}

function RoleName(props: { role: Role }) {
  const about = () => roleSummary(props.role.id) ?? props.role.description;
  return (
    <div class="min-w-0">
      <span class="flex flex-wrap items-center gap-2">
        <bdi class="min-w-0 font-medium break-words">{nameOf(props.role)}</bdi>
        <Show when={props.role.isBuiltIn}>
          <Badge>{texts().builtIn}</Badge>
        </Show>
      </span>
      <span class="block text-xs break-words text-muted">{about()}</span>
    </div>
  );
}
