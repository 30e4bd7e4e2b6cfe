import { Show } from "solid-js";
import { useOrganization } from "#sdk/solid.ts";
import { useVerbs } from "#client/session/verbs/use-verbs.ts";
import { VerbMenu } from "#client/session/verbs/verb-menu.tsx";
import { Badge } from "#client/ui/badge.tsx";
import { RelativeTime } from "#client/ui/relative-time.tsx";
import { Table } from "#client/ui/table.tsx";
import type { Column } from "#client/ui/table-column.ts";
import type { Link } from "./link.ts";
import { texts } from "./texts.ts";
import { linkKind } from "./verbs.ts";
import { roleNameOf } from "#client/session/role-label.ts";

export function LinkTable(props: { rows: readonly Link[] }) {
  const { can } = useOrganization();
  const verbs = useVerbs(linkKind);
  const actions: Column<Link> = {
    id: "actions",
    header: texts().linkTable.actions,
    isActions: true,
    align: "end",
    cell: (link) => (
      <VerbMenu
        label={texts().actions(roleNameOf(link))}
        verbs={verbs}
        thing={link}
      />
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
