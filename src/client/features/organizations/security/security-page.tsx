import { HistoryLine } from "#client/session/history/history-line.tsx";
import { api } from "#client/session/api.ts";
import { Can, useOrganization } from "#sdk/solid.ts";
import { Loaded } from "#client/ui/loaded.tsx";
import { PageHeader } from "#client/ui/page-header.tsx";
import { Skeleton } from "#client/ui/skeleton.tsx";
import { SettingsNoAccess } from "#client/layout/settings/settings-no-access.tsx";
import { LackingMembers } from "./lacking-members.tsx";
import { PolicyForm } from "./policy-form.tsx";
import { texts } from "./texts.ts";

export default function SecurityPage() {
  return (
    <Can
      permission="organization:update"
      fallback={<SettingsNoAccess permission="organization:update" />}
    >
      <PageHeader title={texts().title} description={texts().description} />
      <TwoFactor />
    </Can>
  );
}

function TwoFactor() {
  const { slug } = useOrganization();
  const policy = api.organizations.twoFactor.useQuery(() => ({ org: slug() }));
  return (
    <Loaded query={policy} skeleton={<Skeleton rows={4} />}>
      {(saved) => (
        <>
          <PolicyForm policy={saved()} />
          <HistoryLine
            of={{ kind: "organization", id: "security" }}
            isBelowCard
          />
          <LackingMembers policy={saved()} />
        </>
      )}
    </Loaded>
  );
}
