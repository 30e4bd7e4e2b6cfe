import { useOrganization } from "#client/session/organization.tsx";
import { Identity } from "#client/ui/identity.tsx";
import { RelativeTime } from "#client/ui/relative-time.tsx";
import { Table } from "#client/ui/table.tsx";
import type { Selection } from "#client/ui/selection.ts";
import type { Column } from "#client/ui/table-column.ts";
import { useLastAdmin } from "./leave/last-admin.ts";
import { useRoles } from "#client/session/use-roles.ts";
import type { Member } from "./member.ts";
import { MemberBadges } from "./member-badges.tsx";
import { MemberMenu } from "./member-menu.tsx";
import { RoleSelect } from "./role-select.tsx";
import type { MemberActions } from "./use-member-actions.ts";
import { texts } from "./texts.ts";

export interface MemberTableProps {
  rows: readonly Member[];
  selection: Selection<Member> | undefined;
  actions: MemberActions;
  onLeave: () => void;
  onRemove: (member: Member) => void;
  onSuspend: (member: Member) => void;
}

export function MemberTable(props: MemberTableProps) {
  const { user } = useOrganization();
  const isLastAdmin = useLastAdmin();
  // Once for the table: a row that asked by itself would ask again each time it is scrolled to.
  const roles = useRoles();
  const isSelf = (member: Member) => member.userId === user().id;
  const columns: Column<Member>[] = [
    {
      id: "member",
      header: texts().memberTable.member,
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
      header: texts().memberTable.role,
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
      header: texts().memberTable.joined,
      class: "whitespace-nowrap text-muted",
      cell: (member) => <RelativeTime value={member.joinedAt} />,
    },
    {
      id: "actions",
      header: texts().memberTable.actions,
      isActions: true,
      align: "end",
      cell: (member) => (
        <MemberMenu
          member={member}
          isSelf={isSelf(member)}
          isLastAdmin={isLastAdmin(member.userId)}
          onLeave={props.onLeave}
          onRemove={() => props.onRemove({ ...member })}
          onSuspend={() => props.onSuspend({ ...member })}
          onReactivate={() => void props.actions.reactivate({ ...member })}
        />
      ),
    },
  ];
  return (
    <Table
      caption={texts().memberTable.caption}
      columns={columns}
      rows={props.rows}
      selection={props.selection}
    />
  );
}
