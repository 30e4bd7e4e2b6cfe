import { Show } from "solid-js";
import { useOrganizationPath } from "#client/session/organization-path.ts";
import { roleNameOf } from "#client/session/role-label.ts";
import { useVerbs } from "#client/session/verbs/use-verbs.ts";
import { VerbMenu } from "#client/session/verbs/verb-menu.tsx";
import { Badge } from "#client/ui/badge.tsx";
import { Table } from "#client/ui/table.tsx";
import type { Column } from "#client/ui/table-column.ts";
import { TextLink } from "#client/ui/text-link.tsx";
import { pageOf, type ServiceAccount } from "./service-account.ts";
import { texts } from "./texts.ts";
import { serviceAccountKind } from "./verbs.ts";

export function AccountTable(props: { rows: readonly ServiceAccount[] }) {
  const verbs = useVerbs(serviceAccountKind);
  const columns: Column<ServiceAccount>[] = [
    {
      id: "name",
      header: texts().table.name,
      class: "sm:w-full sm:max-w-0",
      cell: (account) => <AccountName account={account} />,
    },
    {
      id: "role",
      header: texts().table.role,
      cell: (account) => <Badge>{roleNameOf(account)}</Badge>,
    },
    {
      id: "steward",
      header: texts().table.steward,
      class: "sm:max-w-40",
      cell: (account) => (
        <Show
          when={account.steward}
          fallback={<Badge tone="warning">{texts().badges.noSteward}</Badge>}
        >
          {(steward) => (
            <bdi class="block min-w-0 truncate text-muted">
              {steward().name}
            </bdi>
          )}
        </Show>
      ),
    },
    {
      id: "keys",
      header: texts().table.keys,
      class: "whitespace-nowrap text-muted",
      cell: (account) =>
        account.keys === 0
          ? texts().table.noKeys
          : texts().table.keyCount(account.keys),
    },
    {
      id: "actions",
      header: texts().table.actions,
      isActions: true,
      align: "end",
      cell: (account) => (
        <VerbMenu
          label={texts().table.actionsFor(account.name)}
          verbs={verbs}
          thing={account}
        />
      ),
    },
  ];
  return (
    <Table
      caption={texts().table.caption}
      columns={columns}
      rows={props.rows}
    />
  );
}

function AccountName(props: { account: ServiceAccount }) {
  const path = useOrganizationPath();
  return (
    <div class="min-w-0">
      <span class="flex min-w-0 items-center gap-2">
        <TextLink
          href={path(pageOf(props.account))}
          class="min-w-0 truncate font-medium"
        >
          <bdi>{props.account.name}</bdi>
        </TextLink>
        <Show when={props.account.suspendedAt}>
          <Badge tone="danger">{texts().badges.suspended}</Badge>
        </Show>
      </span>
      <Show when={props.account.description}>
        <bdi class="block truncate text-xs text-muted">
          {props.account.description}
        </bdi>
      </Show>
    </div>
  );
}
