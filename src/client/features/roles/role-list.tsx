import Copy from "lucide-solid/icons/copy";
import Eye from "lucide-solid/icons/eye";
import Pencil from "lucide-solid/icons/pencil";
import Trash from "lucide-solid/icons/trash";
import { Show } from "solid-js";
import { roleSummary } from "#client/session/role-label.ts";
import { useOrganization } from "#sdk/solid.ts";
import { startView } from "#client/session/view-as-role.ts";
import { useOrganizationPath } from "#client/session/organization-path.ts";
import { Badge } from "#client/ui/badge.tsx";
import { RowMenu } from "#client/ui/row-menu.tsx";
import { MenuItem } from "#client/ui/menu-item.tsx";
import { RowsBox } from "#client/ui/rows-box.tsx";
import { Table } from "#client/ui/table.tsx";
import type { Column } from "#client/ui/table-column.ts";
import { TextLink } from "#client/ui/text-link.tsx";
import type { Role } from "./role.ts";
import { texts } from "./texts.ts";
import type { RoleDialogs } from "./use-role-dialogs.ts";
import { nameOf } from "./role.ts";

/** Lists all roles with the number of members of each role. */
export function RoleList(props: {
  roles: readonly Role[];
  dialogs: RoleDialogs;
}) {
  const { can } = useOrganization();
  const path = useOrganizationPath();
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
    cell: (role) => <RoleMenu role={role} dialogs={props.dialogs} />,
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

function RoleMenu(props: { role: Role; dialogs: RoleDialogs }) {
  const { can, slug } = useOrganization();
  const blocked = () =>
    props.role.permissions.every(can) ? undefined : texts().aboveOwn;
  const role = () => ({ ...props.role });
  return (
    <RowMenu label={texts().actions(nameOf(props.role))}>
      <Show when={!props.role.isBuiltIn}>
        <MenuItem
          icon={<Pencil size={16} />}
          blocked={blocked()}
          onSelect={() => props.dialogs.edit({ kind: "edit", role: role() })}
        >
          {texts().edit}
        </MenuItem>
      </Show>
      <MenuItem
        icon={<Eye size={16} />}
        onSelect={() =>
          startView({
            slug: slug(),
            role: props.role.id,
            roleName: props.role.name,
          })
        }
      >
        {texts().viewAs}
      </MenuItem>
      <MenuItem
        icon={<Copy size={16} />}
        onSelect={() => props.dialogs.edit({ kind: "new", copyOf: role() })}
      >
        {texts().duplicate}
      </MenuItem>
      <Show when={!props.role.isBuiltIn}>
        <MenuItem
          tone="danger"
          icon={<Trash size={16} />}
          blocked={blocked()}
          onSelect={() => props.dialogs.remove(role())}
        >
          {texts().delete}
        </MenuItem>
      </Show>
    </RowMenu>
  );
}
