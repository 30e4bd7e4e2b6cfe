import { Show } from "solid-js";
import { api } from "#client/session/api.ts";
import { Loaded } from "#client/ui/loaded.tsx";
import { PageHeader } from "#client/ui/page-header.tsx";
import { Section } from "#client/ui/section.tsx";
import { Skeleton } from "#client/ui/skeleton.tsx";
import { useProviders } from "#client/layout/providers/use-providers.ts";
import { ConnectButtons } from "./connect-buttons.tsx";
import { LinkedAccountList } from "./linked-account-list.tsx";
import { NoLinkedAccounts } from "./no-linked-accounts.tsx";
import { texts } from "./texts.ts";

export default function LinkedAccountsPage() {
  const accounts = api.linkedAccounts.list.useQuery();
  const providers = useProviders();
  return (
    <>
      <PageHeader title={texts().title} description={texts().description} />
      <Show when={providers.isSettled()} fallback={<Skeleton rows={2} />}>
        <Loaded query={accounts} skeleton={<Skeleton rows={2} />}>
          {(found) => (
            <Show
              when={found().items.length > 0}
              fallback={<NoLinkedAccounts providers={providers.items()} />}
            >
              <Section title={texts().list} flush>
                <LinkedAccountList
                  accounts={found().items}
                  nameOf={providers.nameOf}
                />
              </Section>
              <Show when={providers.items().length > 0}>
                <Section title={texts().more} description={texts().moreText}>
                  <ConnectButtons providers={providers.items()} />
                </Section>
              </Show>
            </Show>
          )}
        </Loaded>
      </Show>
    </>
  );
}
