import type { api } from "#client/session/api.ts";
import { useOrganization } from "#sdk/solid.ts";
import { Badge } from "#client/ui/badge.tsx";
import { Identity } from "#client/ui/identity.tsx";
import { RelativeTime } from "#client/ui/relative-time.tsx";
import { Table } from "#client/ui/table.tsx";
import type { Column } from "#client/ui/table-column.ts";
import { texts } from "./texts.ts";
import { roleNameOf } from "#client/session/role-label.ts";

type Member = Awaited<
  ReturnType<typeof api.organizations.lackingTwoFactor.query>
>["items"][number];

export function LackingTable(props: {
  rows: readonly Member[];
  isLockedOut: boolean;
}) {
  const { user } = useOrganization();
  const access: Column<Member> = {
    id: "access",
    header: texts().lacking.access,
    class: "whitespace-nowrap",
    cell: () => <Badge tone="warning">{texts().lacking.lockedOut}</Badge>,
  };
  const columns: Column<Member>[] = [
    {
      id: "member",
      header: texts().lacking.member,
      class: "sm:w-full sm:max-w-0",
      cell: (member) => (
        <Identity
          name={member.name}
          detail={member.email}
          image={member.avatarUrl}
          badge={
            member.userId === user().id && <Badge>{texts().lacking.you}</Badge>
          }
        />
      ),
    },
    {
      id: "role",
      header: texts().lacking.role,
      class: "whitespace-nowrap",
      cell: (member) => <span>{roleNameOf(member)}</span>,
    },
    {
      id: "joined",
      header: texts().lacking.joined,
      class: "whitespace-nowrap text-muted",
      cell: (member) => <RelativeTime value={member.joinedAt} />,
    },
  ];
  return (
    <Table
      caption={texts().lacking.caption}
      columns={props.isLockedOut ? [...columns, access] : columns}
      rows={props.rows}
    />
  );
}
