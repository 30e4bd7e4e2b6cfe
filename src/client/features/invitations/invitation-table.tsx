import Send from "lucide-solid/icons/send";
import X from "lucide-solid/icons/x";
import { useOrganization } from "#sdk/solid.ts";
import { Badge } from "#client/ui/badge.tsx";
import { RowMenu } from "#client/ui/row-menu.tsx";
import { MenuItem } from "#client/ui/menu-item.tsx";
import { Table } from "#client/ui/table.tsx";
import type { Column } from "#client/ui/table-column.ts";
import { Can } from "#sdk/solid.ts";
import { Expiry } from "./expiry.tsx";
import type { Invitation } from "./invitation.ts";
import { texts } from "./texts.ts";
import { roleNameOf } from "#client/session/role-label.ts";

export interface InvitationTableProps {
  rows: readonly Invitation[];
  onResend: (invitation: Invitation) => void;
  onRevoke: (invitation: Invitation) => void;
}

export function InvitationTable(props: InvitationTableProps) {
  const { can } = useOrganization();
  const actions: Column<Invitation> = {
    id: "actions",
    header: texts().invitationTable.actions,
    isActions: true,
    align: "end",
    cell: (invitation) => (
      <InvitationMenu
        invitation={invitation}
        onResend={() => props.onResend({ ...invitation })}
        onRevoke={() => props.onRevoke({ ...invitation })}
      />
    ),
  };
  const mayAct = () => can("invitation:create") || can("invitation:revoke");
  return (
    <Table
      caption={texts().invitationTable.caption}
      columns={mayAct() ? [...columns(), actions] : columns()}
      rows={props.rows}
    />
  );
}

const columns = (): Column<Invitation>[] => [
  {
    id: "email",
    header: texts().invitationTable.email,
    class: "sm:w-full sm:max-w-0",
    cell: (invitation) => (
      <div class="min-w-0">
        <bdi class="block truncate font-medium">{invitation.email}</bdi>
        <span class="block truncate text-xs text-muted">
          {texts().invitationTable.invitedBy(<bdi>{invitation.invitedBy}</bdi>)}
        </span>
      </div>
    ),
  },
  {
    id: "role",
    header: texts().invitationTable.role,
    cell: (invitation) => <Badge>{roleNameOf(invitation)}</Badge>,
  },
  {
    id: "status",
    header: texts().invitationTable.status,
    class: "whitespace-nowrap",
    cell: (invitation) => <Expiry invitation={invitation} />,
  },
];

function InvitationMenu(props: {
  invitation: Invitation;
  onResend: () => void;
  onRevoke: () => void;
}) {
  return (
    <RowMenu label={texts().invitationTable.actionsFor(props.invitation.email)}>
      <Can permission="invitation:create">
        <MenuItem icon={<Send size={16} />} onSelect={props.onResend}>
          {texts().invitationTable.resend}
        </MenuItem>
      </Can>
      <Can permission="invitation:revoke">
        <MenuItem
          tone="danger"
          icon={<X size={16} />}
          onSelect={props.onRevoke}
        >
          {texts().invitationTable.revoke}
        </MenuItem>
      </Can>
    </RowMenu>
  );
}
