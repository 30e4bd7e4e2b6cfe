import { HistoryLine } from "#client/session/history/history-line.tsx";
import { useParams } from "@solidjs/router";
import Bot from "lucide-solid/icons/bot";
import ChevronLeft from "lucide-solid/icons/chevron-left";
import KeyRound from "lucide-solid/icons/key-round";
import { Can, useOrganization } from "#sdk/solid.ts";
import { api } from "#client/session/api.ts";
import { useOrganizationPath } from "#client/session/organization-path.ts";
import { StatusPage } from "#client/layout/status-page.tsx";
import { SettingsNoAccess } from "#client/layout/settings/settings-no-access.tsx";
import { KeyList } from "#client/features/api-keys/key-list.tsx";
import { NewKeyDialog } from "#client/features/api-keys/new-key-dialog.tsx";
import { texts as keyTexts } from "#client/features/api-keys/texts.ts";
import { useVerbs } from "#client/session/verbs/use-verbs.ts";
import { VerbMenu } from "#client/session/verbs/verb-menu.tsx";
import { Button } from "#client/ui/button.tsx";
import { LinkButton } from "#client/ui/link-button.tsx";
import { Loaded } from "#client/ui/loaded.tsx";
import { PageHeader } from "#client/ui/page-header.tsx";
import { createDialogParam } from "#client/ui/search-param.ts";
import { Skeleton } from "#client/ui/skeleton.tsx";
import { AccountBadges } from "./account-badges.tsx";
import { AccountCallouts } from "./account-callouts.tsx";
import { AccountFacts } from "./account-facts.tsx";
import { LIST_PAGE, type ServiceAccount } from "./service-account.ts";
import { texts } from "./texts.ts";
import { serviceAccountKind } from "./verbs.ts";

/** A service account with its keys. */
export default function AccountPage() {
  const { slug, can } = useOrganization();
  const params = useParams<{ accountId: string }>();
  const account = api.serviceAccounts.get.useQuery(
    () => ({ org: slug(), id: params.accountId }),
    () => ({ enabled: can("apiKey:manage") }),
  );
  return (
    <Can
      permission="apiKey:manage"
      fallback={<SettingsNoAccess permission="apiKey:manage" />}
    >
      <Loaded
        query={account}
        skeleton={<Skeleton kind="text" rows={8} />}
        missing={<AccountMissing />}
      >
        {(found) => <AccountDetails account={found()} />}
      </Loaded>
    </Can>
  );
}

function AccountDetails(props: { account: ServiceAccount }) {
  const path = useOrganizationPath();
  const verbs = useVerbs(serviceAccountKind);
  const creating = createDialogParam("new");
  const newKey = () => (
    <Button
      variant="primary"
      icon={<KeyRound size={16} />}
      onClick={creating.open}
    >
      {texts().page.newKey}
    </Button>
  );
  return (
    <>
      <nav aria-label={texts().page.breadcrumb} class="mb-3">
        <a
          href={path(LIST_PAGE)}
          class="-ml-1 inline-flex items-center gap-0.5 rounded-sm text-sm text-muted hover:text-ink pointer-coarse:min-h-11"
        >
          <ChevronLeft size={16} /> {texts().title}
        </a>
      </nav>
      <PageHeader
        title={props.account.name}
        description={<bdi>{props.account.description}</bdi>}
        badge={<AccountBadges account={props.account} />}
        actions={
          <>
            {newKey()}
            <VerbMenu
              label={texts().table.actionsFor(props.account.name)}
              verbs={verbs}
              thing={props.account}
            />
          </>
        }
      />
      <AccountCallouts account={props.account} />
      <AccountFacts account={props.account} />
      <HistoryLine
        of={{ kind: "serviceAccount", id: props.account.id }}
        isBelowCard
      />
      <h2 class="mb-3 font-semibold">{texts().page.keys}</h2>
      <KeyList
        owner={{ id: props.account.id, account: props.account }}
        emptyText={keyTexts().none.account}
      />
      <NewKeyDialog
        open={creating.isOpen()}
        account={props.account}
        onClose={creating.close}
      />
    </>
  );
}

function AccountMissing() {
  const path = useOrganizationPath();
  return (
    <StatusPage
      icon={<Bot size={20} />}
      title={texts().page.missing}
      actions={
        <LinkButton href={path(LIST_PAGE)} variant="primary">
          {texts().page.back}
        </LinkButton>
      }
    >
      <p>{texts().page.missingText}</p>
    </StatusPage>
  );
}
