import X from "lucide-solid/icons/x";
import { Show } from "solid-js";
import { useOrganization } from "#sdk/solid.ts";
import { Badge } from "#client/ui/badge.tsx";
import { RowMenu } from "#client/ui/row-menu.tsx";
import { MenuItem } from "#client/ui/menu-item.tsx";
import { RelativeTime } from "#client/ui/relative-time.tsx";
import { Table } from "#client/ui/table.tsx";
import type { Column } from "#client/ui/table-column.ts";
import type { Link } from "./link.ts";
import { texts } from "./texts.ts";
import { roleNameOf } from "#client/session/role-label.ts";

export function LinkTable(props: {
  rows: readonly Link[];
  onRevoke: (link: Link) => void;
}) {
  const { can } = useOrganization();
  const actions: Column<Link> = {
    id: "actions",
    header: texts().linkTable.actions,
    isActions: true,
    align: "end",
    cell: (link) => (
      <LinkMenu link={link} onRevoke={() => props.onRevoke({ ...link })} />
    ),
  };
  return (
    <Table
      caption={texts().caption}
      columns={can("invitation:revoke") ? [...columns(), actions] : columns()}
      rows={props.rows}
    />
  );
}

const columns = (): Column<Link>[] => [
  {
    id: "role",
    header: texts().linkTable.role,
    class: "sm:w-full sm:max-w-0",
    cell: (link) => (
      <div class="min-w-0">
        <span class="block truncate font-medium">{roleNameOf(link)}</span>
        <span class="block truncate text-xs text-muted">
          {link.domains.length > 0 ? link.domains.join(", ") : texts().anyEmail}
          {" · "}
          {texts().createdBy} <bdi>{link.createdBy}</bdi>
        </span>
      </div>
    ),
  },
  {
    id: "uses",
    header: texts().linkTable.uses,
    class: "whitespace-nowrap text-muted",
    cell: (link) => texts().uses(link.uses, link.maxUses),
  },
  {
    id: "status",
    header: texts().linkTable.status,
    class: "whitespace-nowrap",
    cell: (link) => (
      <span class="flex items-center gap-2 text-muted max-sm:flex-wrap max-sm:justify-end">
        <Badge tone={link.status === "live" ? "success" : "danger"}>
          {texts().status[link.status]}
        </Badge>
        <Show when={link.status === "live"}>
          <span class="text-xs">
            {texts().expires} <RelativeTime value={link.expiresAt} />
          </span>
        </Show>
        <Show when={link.status === "void"}>
          <span class="max-w-48 text-xs whitespace-normal">{texts().void}</span>
        </Show>
      </span>
    ),
  },
];

function LinkMenu(props: { link: Link; onRevoke: () => void }) {
  return (
    <RowMenu label={texts().actions(roleNameOf(props.link))}>
      <MenuItem tone="danger" icon={<X size={16} />} onSelect={props.onRevoke}>
        {texts().revoke.item}
      </MenuItem>
    </RowMenu>
  );
}
