import { useOrganization } from "#sdk/solid.ts";
import { useVerbs } from "#client/session/verbs/use-verbs.ts";
import { VerbMenu } from "#client/session/verbs/verb-menu.tsx";
import { Badge } from "#client/ui/badge.tsx";
import { Table } from "#client/ui/table.tsx";
import type { Column } from "#client/ui/table-column.ts";
import { Expiry } from "./expiry.tsx";
import type { Invitation } from "./invitation.ts";
import { texts } from "./texts.ts";
import { invitationKind } from "./verbs.ts";
import { roleNameOf } from "#client/session/role-label.ts";

export function InvitationTable(props: { rows: readonly Invitation[] }) {
  const { can } = useOrganization();
  const verbs = useVerbs(invitationKind);
  const actions: Column<Invitation> = {
    id: "actions",
    header: texts().invitationTable.actions,
    isActions: true,
    align: "end",
    cell: (invitation) => (
      <VerbMenu
        label={texts().invitationTable.actionsFor(invitation.email)}
        verbs={verbs}
        thing={invitation}
      />
    ),
  };
  const canAct = () => can("invitation:create") || can("invitation:revoke");
  return (
    <Table
      caption={texts().invitationTable.caption}
      columns={canAct() ? [...columns(), actions] : columns()}
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
