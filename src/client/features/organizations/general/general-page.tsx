import { HistoryLine } from "#client/session/history/history-line.tsx";
import { api } from "#client/session/api.ts";
import { Can, useOrganization } from "#sdk/solid.ts";
import { SettingsNoAccess } from "#client/layout/settings/settings-no-access.tsx";
import { Loaded } from "#client/ui/loaded.tsx";
import { PageHeader } from "#client/ui/page-header.tsx";
import { Skeleton } from "#client/ui/skeleton.tsx";
import { ExportSection } from "./export-section.tsx";
import { GeneralFacts } from "./general-facts.tsx";
import { LogoSection } from "../logo-section.tsx";
import { NameForm } from "./name-form.tsx";
import { SettingsForm } from "./settings-form.tsx";
import { SlugForm } from "./slug-form.tsx";
import { texts } from "#client/layout/settings/texts.ts";

export default function GeneralPage() {
  return (
    <Can
      permission="organization:read"
      fallback={<SettingsNoAccess permission="organization:read" />}
    >
      <General />
    </Can>
  );
}

function General() {
  const { slug } = useOrganization();
  const settings = api.organizations.settings.useQuery(() => ({ org: slug() }));
  return (
    <>
      <PageHeader
        title={texts().generalPage.general}
        description={texts().generalPage.description}
      />
      <Can permission="organization:update">
        <NameForm />
        <HistoryLine of={{ kind: "organization", id: "name" }} isBelowCard />
        <LogoSection />
        <HistoryLine of={{ kind: "organization", id: "logo" }} isBelowCard />
        <SlugForm />
        <HistoryLine of={{ kind: "organization", id: "slug" }} isBelowCard />
      </Can>
      <Loaded query={settings} skeleton={<Skeleton rows={4} />}>
        {(saved) => (
          <Can
            permission="organization:update"
            fallback={<GeneralFacts settings={saved()} />}
          >
            <SettingsForm saved={saved()} />
            <HistoryLine
              of={{ kind: "organization", id: "settings" }}
              isBelowCard
            />
          </Can>
        )}
      </Loaded>
      <Can permission="organization:delete">
        <ExportSection />
      </Can>
    </>
  );
}
