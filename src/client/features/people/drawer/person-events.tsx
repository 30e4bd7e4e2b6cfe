import { createMemo, For, Show } from "solid-js";
import { useOrganization } from "#sdk/solid.ts";
import { api } from "#client/session/api.ts";
import { useOrganizationPath } from "#client/session/organization-path.ts";
import { EventSentence } from "#client/features/audit-log/event-sentence.tsx";
import { usePeople } from "#client/features/audit-log/use-people.ts";
import { Loaded } from "#client/ui/loaded.tsx";
import { RelativeTime } from "#client/ui/relative-time.tsx";
import { Skeleton } from "#client/ui/skeleton.tsx";
import { TextLink } from "#client/ui/text-link.tsx";
import { texts } from "../texts.ts";
import { DrawerSection } from "./drawer-section.tsx";

const SHOWN = 20;
/** Names of further members come from their own events. */
const MOST_MEMBERS = 100;

/** The last events in the audit log that a person caused. Each one leads to the event in the log. */
export function PersonEvents(props: { userId: string }) {
  const { slug } = useOrganization();
  const path = useOrganizationPath();
  const query = api.audit.list.useQuery(() => ({
    org: slug(),
    actor: props.userId,
    limit: SHOWN,
  }));
  const rows = createMemo(() => (query.isSuccess ? query.data.items : []));
  const people = usePeople(rows, () => "", MOST_MEMBERS);
  return (
    <DrawerSection
      title={texts().drawer.activity}
      aside={
        <TextLink
          class="text-sm"
          href={path(`settings/audit?who=${props.userId}`)}
        >
          {texts().drawer.auditLog}
        </TextLink>
      }
    >
      <Loaded query={query} skeleton={<Skeleton rows={8} kind="text" />}>
        {() => (
          <Show
            when={rows().length > 0}
            fallback={
              <p class="text-sm text-muted">{texts().drawer.noActivity}</p>
            }
          >
            <ul class="-mx-2 text-sm">
              <For each={rows()}>
                {(event) => (
                  <li>
                    <a
                      href={path(`settings/audit?event=${event.seq}`)}
                      class="flex items-baseline justify-between gap-3 rounded-md px-2 py-1.5 hover:bg-hover focus-visible:-outline-offset-2"
                    >
                      <span class="min-w-0 break-words">
                        <EventSentence event={event} people={people} />
                      </span>
                      <RelativeTime
                        value={event.at}
                        class="shrink-0 text-xs text-muted"
                      />
                    </a>
                  </li>
                )}
              </For>
            </ul>
          </Show>
        )}
      </Loaded>
    </DrawerSection>
  );
}
