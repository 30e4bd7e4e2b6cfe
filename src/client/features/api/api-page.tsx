import Bot from "lucide-solid/icons/bot";
import KeyRound from "lucide-solid/icons/key-round";
import { Match, Show, Switch } from "solid-js";
import { Can, useOrganization } from "#sdk/solid.ts";
import { useOrganizationPath } from "#client/session/organization-path.ts";
import { SettingsNoAccess } from "#client/layout/settings/settings-no-access.tsx";
import { KeyList } from "#client/features/api-keys/key-list.tsx";
import { NewKeyDialog } from "#client/features/api-keys/new-key-dialog.tsx";
import { texts as keyTexts } from "#client/features/api-keys/texts.ts";
import { AccountList } from "#client/features/service-accounts/account-list.tsx";
import { NewAccountDialog } from "#client/features/service-accounts/new-account-dialog.tsx";
import { texts as accountTexts } from "#client/features/service-accounts/texts.ts";
import { Button } from "#client/ui/button.tsx";
import { LinkButton } from "#client/ui/link-button.tsx";
import { PageHeader } from "#client/ui/page-header.tsx";
import { QueryTabs } from "#client/ui/query-tabs.tsx";
import {
  createChoiceParam,
  createDialogParam,
} from "#client/ui/search-param.ts";
import { texts } from "./texts.ts";

export default function ApiPage() {
  return (
    <Can
      permission="apiKey:own"
      fallback={<SettingsNoAccess permission="apiKey:own" />}
    >
      <Programs />
    </Can>
  );
}

function Programs() {
  const { can } = useOrganization();
  const path = useOrganizationPath();
  const [tab] = createChoiceParam("tab", ["mine", "all", "service-accounts"]);
  const current = () => (can("apiKey:manage") ? tab() : "mine");
  const creating = createDialogParam("new");
  return (
    <>
      <PageHeader
        title={texts().title}
        description={texts().description}
        actions={
          <>
            <LinkButton href={path("settings/connect")}>
              {texts().connect}
            </LinkButton>
            <CreateButton
              of={current() === "service-accounts" ? "account" : "key"}
              onClick={creating.open}
            />
          </>
        }
      />
      <Show when={can("apiKey:manage")}>
        <QueryTabs
          label={texts().title}
          tabs={[
            { value: "mine", label: texts().mine },
            { value: "all", label: texts().all },
            { value: "service-accounts", label: texts().serviceAccounts },
          ]}
        />
      </Show>
      <Switch
        fallback={
          <Keys
            owner="me"
            emptyText={keyTexts().none.own}
            creating={creating}
          />
        }
      >
        <Match when={current() === "all"}>
          <Keys
            owner="all"
            emptyText={keyTexts().none.all}
            creating={creating}
          />
        </Match>
        <Match when={current() === "service-accounts"}>
          <AccountList
            create={<CreateButton of="account" onClick={creating.open} />}
          />
          <NewAccountDialog open={creating.isOpen()} onClose={creating.close} />
        </Match>
      </Switch>
    </>
  );
}

function Keys(props: {
  owner: "me" | "all";
  emptyText: string;
  creating: ReturnType<typeof createDialogParam>;
}) {
  return (
    <>
      <KeyList
        owner={{ id: props.owner, account: undefined }}
        emptyText={props.emptyText}
        create={<CreateButton of="key" onClick={() => props.creating.open()} />}
      />
      <NewKeyDialog
        open={props.creating.isOpen()}
        onClose={() => props.creating.close()}
      />
    </>
  );
}

function CreateButton(props: { of: "key" | "account"; onClick: () => void }) {
  return (
    <Show
      when={props.of === "key"}
      fallback={
        <Button
          variant="primary"
          icon={<Bot size={16} />}
          onClick={() => props.onClick()}
        >
          {accountTexts().create}
        </Button>
      }
    >
      <Button
        variant="primary"
        icon={<KeyRound size={16} />}
        onClick={() => props.onClick()}
      >
        {keyTexts().create}
      </Button>
    </Show>
  );
}
