import Globe from "lucide-solid/icons/globe";
import { For, Show } from "solid-js";
import { api } from "#client/session/api.ts";
import { Can, useOrganization } from "#sdk/solid.ts";
import { EmptyState } from "#client/ui/empty-state.tsx";
import { Loaded } from "#client/ui/loaded.tsx";
import { LearnMore } from "#client/ui/learn-more.tsx";
import { PageHeader } from "#client/ui/page-header.tsx";
import { Skeleton } from "#client/ui/skeleton.tsx";
import { AddDomainForm } from "./add-domain-form.tsx";
import { DomainSection } from "./domain-section.tsx";
import { texts } from "./texts.ts";
import { SettingsNoAccess } from "#client/layout/settings/settings-no-access.tsx";

export default function DomainsPage() {
  return (
    <Can
      permission="organization:update"
      fallback={<SettingsNoAccess permission="organization:update" />}
    >
      <PageHeader
        title={texts().title}
        description={
          <>
            {texts().description}{" "}
            <LearnMore page="domains" about={texts().title} />
          </>
        }
      />
      <AddDomainForm />
      <Domains />
    </Can>
  );
}

function Domains() {
  const { slug } = useOrganization();
  const domains = api.domains.list.useQuery(() => ({ org: slug() }));
  return (
    <Loaded query={domains} skeleton={<Skeleton rows={4} />}>
      {(page) => (
        <Show
          when={page().items.length > 0}
          fallback={
            <EmptyState icon={<Globe size={20} />} title={texts().none}>
              {texts().noneText}
            </EmptyState>
          }
        >
          <For each={page().items}>
            {(domain) => <DomainSection domain={domain} />}
          </For>
        </Show>
      )}
    </Loaded>
  );
}
