import { Show } from "solid-js";
import { roleSummary } from "#client/session/role-label.ts";
import { useOrganization } from "#sdk/solid.ts";
import { useOrganizationPath } from "#client/session/organization-path.ts";
import { useVerbs, type Verbs } from "#client/session/verbs/use-verbs.ts";
import { VerbMenu } from "#client/session/verbs/verb-menu.tsx";
import { Badge } from "#client/ui/badge.tsx";
import { RowsBox } from "#client/ui/rows-box.tsx";
import { Table } from "#client/ui/table.tsx";
import type { Column } from "#client/ui/table-column.ts";
import { TextLink } from "#client/ui/text-link.tsx";
import { roleKind } from "./verbs.ts";
import { nameOf, type Role } from "./role.ts";
import { texts } from "./texts.ts";

/** Lists all roles with the number of members of each role. */
export function RoleList(props: { roles: readonly Role[] }) {
  const path = useOrganizationPath();
  const { can } = useOrganization();
  const verbs = useVerbs(roleKind);
  const members = (role: Role) => (
    <>
      {texts().members(role.members)}
      <span class="sr-only"> {texts().withRole(nameOf(role))}</span>
    </>
  );
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
        <Show when={can("member:read")} fallback={<span>{members(role)}</span>}>
          <TextLink href={`${path("people")}?role=${role.id}`}>
            {members(role)}
          </TextLink>
        </Show>
      ),
    },
    {
      id: "actions",
      header: texts().list.actions,
      isActions: true,
      align: "end",
      cell: (role) => <RoleMenu role={role} verbs={verbs} />,
    },
  ];
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

function RoleMenu(props: { role: Role; verbs: Verbs<Role> }) {
  return (
    <VerbMenu
      label={texts().actions(nameOf(props.role))}
      verbs={props.verbs}
      thing={props.role}
    />
  );
}

function RoleName(props: { role: Role }) {
  const path = useOrganizationPath();
  const about = () => roleSummary(props.role.id) ?? props.role.description;
  return (
    <div class="min-w-0">
      <span class="flex flex-wrap items-center gap-2">
        <a
          href={path(`settings/roles/${props.role.id}`)}
          class="min-w-0 rounded-sm font-medium break-words hover:text-accent-ink hover:underline"
        >
          <bdi>{nameOf(props.role)}</bdi>
        </a>
        <Show when={props.role.isBuiltIn}>
          <Badge>{texts().builtIn}</Badge>
        </Show>
      </span>
      <span class="block text-xs break-words text-muted">{about()}</span>
    </div>
  );
}
