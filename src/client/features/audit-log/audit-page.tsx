import { onMount } from "solid-js";
import { api } from "#client/session/api.ts";
import { Can, useOrganization } from "#sdk/solid.ts";
import { markSeen } from "#client/session/seen.ts";
import { LearnMore } from "#client/ui/learn-more.tsx";
import { PageHeader } from "#client/ui/page-header.tsx";
import { SettingsNoAccess } from "#client/layout/settings/settings-no-access.tsx";
import { AuditToolbar } from "./audit-toolbar.tsx";
import { DownloadMenu } from "./download-menu.tsx";
import { EventList } from "./event-list.tsx";
import { PrintedFilter } from "./printed-filter.tsx";
import { texts } from "./texts.ts";
import { useEvents } from "./use-events.ts";
import { useFilter } from "./use-filter.ts";
import { usePeople } from "./use-people.ts";
import { VerifyButton } from "./verify/verify-button.tsx";

export default function AuditPage() {
  return (
    <Can
      permission="audit:read"
      fallback={<SettingsNoAccess permission="audit:read" />}
    >
      <AuditLog />
    </Can>
  );
}

function AuditLog() {
  const { organization, user } = useOrganization();
  onMount(() => markSeen(user().id, `audit ${organization().id}`));
  const filter = useFilter();
  const events = useEvents(filter);
  const people = usePeople(events.rows, filter.who);
  const description = useDescription();
  return (
    <>
      <PageHeader
        title={texts().title}
        description={
          <>
            {description()} <LearnMore page="audit-log" about={texts().title} />
          </>
        }
        actions={
          <div class="flex gap-2 print:hidden">
            <DownloadMenu filter={filter} />
            <VerifyButton onShow={(seq) => filter.set("event", String(seq))} />
          </div>
        }
      />
      <AuditToolbar filter={filter} people={people} />
      <PrintedFilter filter={filter} people={people} />
      <EventList filter={filter} events={events} people={people} />
    </>
  );
}

/** Returns the description of the audit page, which says how long events are kept. */
function useDescription(): () => string {
  const { slug } = useOrganization();
  const query = api.audit.retention.useQuery(() => ({ org: slug() }));
  return () => {
    const retention = query.data;
    const next = retention?.next;
    return [
      texts().description,
      retention && texts().kept(retention.days),
      next && texts().shortened(next.days, new Date(next.from)),
    ]
      .filter(Boolean)
      .join(" ");
  };
}
