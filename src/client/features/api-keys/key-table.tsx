import { Show } from "solid-js";
import { useOrganizationPath } from "#client/session/organization-path.ts";
import { useVerbs } from "#client/session/verbs/use-verbs.ts";
import { VerbMenu } from "#client/session/verbs/verb-menu.tsx";
import { RelativeTime } from "#client/ui/relative-time.tsx";
import { Table } from "#client/ui/table.tsx";
import type { Column } from "#client/ui/table-column.ts";
import { TextButton, TextLink } from "#client/ui/text-link.tsx";
import { type ApiKey, endingOf } from "./api-key.ts";
import { KeyExpiry } from "./key-expiry.tsx";
import { texts } from "./texts.ts";
import { apiKeyKind, openScopes } from "./verbs.ts";

export interface KeyTableProps {
  rows: readonly ApiKey[];
  /** Whether the table names the owner of each key. */
  withOwner: boolean;
}

export function KeyTable(props: KeyTableProps) {
  const verbs = useVerbs(apiKeyKind);
  const columns: Column<ApiKey>[] = [
    {
      id: "name",
      header: texts().table.name,
      class: "sm:w-full sm:max-w-0",
      cell: (key) => <KeyName apiKey={key} withOwner={props.withOwner} />,
    },
    {
      id: "permissions",
      header: texts().table.permissions,
      class: "whitespace-nowrap",
      cell: (key) => (
        <TextButton onClick={() => openScopes({ apiKey: { ...key } })}>
          {texts().table.permissionCount(key.scopes.length)}
          <span class="sr-only"> {texts().table.ofKey(key.name)}</span>
        </TextButton>
      ),
    },
    {
      id: "lastUsed",
      header: texts().table.lastUsed,
      class: "whitespace-nowrap text-muted",
      cell: (key) => (
        <Show
          when={key.lastUsedAt}
          fallback={<span>{texts().table.never}</span>}
        >
          {(at) => <RelativeTime value={at()} />}
        </Show>
      ),
    },
    {
      id: "expires",
      header: texts().table.expires,
      class: "whitespace-nowrap",
      cell: (key) => <KeyExpiry apiKey={key} />,
    },
    {
      id: "actions",
      header: texts().table.actions,
      isActions: true,
      align: "end",
      cell: (key) => (
        <VerbMenu
          label={texts().table.actionsFor(key.name)}
          verbs={verbs}
          thing={key}
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

function KeyName(props: { apiKey: ApiKey; withOwner: boolean }) {
  return (
    <div class="min-w-0">
      <bdi class="block truncate font-medium">{props.apiKey.name}</bdi>
      <span class="block truncate text-xs text-muted">
        <code class="font-mono">{endingOf(props.apiKey)}</code>
        <Show when={props.withOwner}>
          {" · "}
          <Owner owner={props.apiKey.owner} />
        </Show>
      </span>
      <Show when={props.apiKey.graceUntil}>
        {(until) => (
          <span class="block text-xs text-muted">
            {texts().table.grace(<RelativeTime value={until()} />)}
          </span>
        )}
      </Show>
    </div>
  );
}

function Owner(props: { owner: ApiKey["owner"] }) {
  const path = useOrganizationPath();
  return (
    <Show
      when={props.owner.kind === "service"}
      fallback={<bdi>{props.owner.name}</bdi>}
    >
      {texts().table.serviceAccount}{" "}
      <TextLink href={path(`settings/api/service-accounts/${props.owner.id}`)}>
        <bdi>{props.owner.name}</bdi>
      </TextLink>
    </Show>
  );
}
