import { onMount } from "solid-js";
import { Can, useOrganization } from "#client/session/organization.tsx";
import { markOpened } from "#client/session/opened-pages.ts";
import { PageHeader } from "#client/ui/page-header.tsx";
import { SettingsNoAccess } from "#client/layout/settings/settings-no-access.tsx";
import { AuditLog } from "./audit-log.tsx";
import { DownloadMenu } from "./download-menu.tsx";
import { texts } from "./texts.ts";
import { useEvents } from "./use-events.ts";
import { useFilter } from "./use-filter.ts";
import { usePeople } from "./use-people.ts";
import { useRetention } from "./use-retention.ts";
import { VerifyButton } from "./verify/verify-button.tsx";

export default function AuditPage() {
  return (
    <Can permission="audit:read" fallback={<SettingsNoAccess />}>
      <Page />
    </Can>
  );
}

function Page() {
  const { organization, user } = useOrganization();
  onMount(() => markOpened(user().id, `audit ${organization().id}`));
  const filter = useFilter();
  const events = useEvents(filter);
  const people = usePeople(events.rows, filter.who);
  const retention = useRetention();
  return (
    <>
      <PageHeader
        title={texts().title}
        description={retention()}
        actions={
          <div class="flex gap-2 print:hidden">
            <DownloadMenu filter={filter} />
            <VerifyButton onShow={(seq) => filter.set("event", String(seq))} />
          </div>
        }
      />
      <AuditLog filter={filter} events={events} people={people} />
    </>
  );
}
