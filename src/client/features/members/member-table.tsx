import { Show } from "solid-js";
import { useOrganization } from "#sdk/solid.ts";
import { Badge } from "#client/ui/badge.tsx";
import { Identity } from "#client/ui/identity.tsx";
import { RelativeTime } from "#client/ui/relative-time.tsx";
import { useVerbs } from "#client/session/verbs/use-verbs.ts";
import { VerbMenu } from "#client/session/verbs/verb-menu.tsx";
import { Table } from "#client/ui/table.tsx";
import type { Selection } from "#client/ui/selection.ts";
import type { Column } from "#client/ui/table-column.ts";
import { useLastAdmin } from "./last-admin.ts";
import { useRoles } from "#client/session/use-roles.ts";
import type { Member } from "./member.ts";
import { RoleSelect } from "./role-select.tsx";
import type { MemberActions } from "./use-member-actions.ts";
import { texts } from "./texts.ts";
import { memberKind } from "./verbs.ts";

export interface MemberTableProps {
  rows: readonly Member[];
  selection: Selection<Member> | undefined;
  actions: MemberActions;
}

export function MemberTable(props: MemberTableProps) {
  const { user } = useOrganization();
  const isLastAdmin = useLastAdmin();
  // Load the roles once for the whole table, because each row mounts again when it scrolls into view.
  const roles = useRoles();
  const verbs = useVerbs(memberKind);
  const isSelf = (member: Member) => member.userId === user().id;
  const columns: Column<Member>[] = [
    {
      id: "member",
      header: texts().table.member,
      class: "sm:w-full sm:max-w-0",
      cell: (member) => (
        <Identity
          name={member.name}
          detail={member.email}
          image={member.avatarUrl}
          badge={<MemberBadges member={member} isSelf={isSelf(member)} />}
        />
      ),
    },
    {
      id: "role",
      header: texts().table.role,
      cell: (member) => (
        <RoleSelect
          member={member}
          roles={roles}
          isLastAdmin={isLastAdmin(member.userId)}
          onChange={(role, roleName) =>
            void props.actions.changeRole(member, { role, roleName })
          }
        />
      ),
    },
    {
      id: "joined",
      header: texts().table.joined,
      class: "whitespace-nowrap text-muted",
      cell: (member) => <RelativeTime value={member.joinedAt} />,
    },
    {
      id: "actions",
      header: texts().table.actions,
      isActions: true,
      align: "end",
      cell: (member) => (
        // The row has a select for the role.
        <VerbMenu
          label={texts().menu.label(member.name)}
          verbs={verbs}
          thing={member}
          without={["changeRole"]}
        />
      ),
    },
  ];
  return (
    <Table
      caption={texts().table.caption}
      columns={columns}
      rows={props.rows}
      selection={props.selection}
    />
  );
}

function MemberBadges(props: { member: Member; isSelf: boolean }) {
  return (
    <>
      <Show when={props.isSelf}>
        <Badge>{texts().badges.you}</Badge>
      </Show>
      <Show when={props.member.suspendedAt}>
        <Badge tone="danger">{texts().badges.suspended}</Badge>
      </Show>
      <Show when={props.member.isFrozen}>
        <Badge tone="warning">{texts().badges.readOnly}</Badge>
      </Show>
    </>
  );
}
