import { createMemo, For, Show } from "solid-js";
import { api } from "#client/session/api.ts";
import {
  type HistoryOf,
  targetOf,
  useHistoryHref,
} from "#client/session/history/address.ts";
import { EventSentence } from "#client/features/audit-log/event-sentence.tsx";
import { actorName } from "#client/features/audit-log/sentences/sentence-of.ts";
import { usePeople } from "#client/features/audit-log/use-people.ts";
import { Avatar } from "#client/ui/avatar.tsx";
import { LinkButton } from "#client/ui/link-button.tsx";
import { Loaded } from "#client/ui/loaded.tsx";
import { RelativeTime } from "#client/ui/relative-time.tsx";
import { Section } from "#client/ui/section.tsx";
import { Skeleton } from "#client/ui/skeleton.tsx";
import { useOrganization } from "#sdk/solid.ts";
import { texts } from "./texts.ts";

const SHOWN = 5;
const MOST_MEMBERS = 100;

/** Lists the newest changes of a thing as sentences. */
export default function RecentChanges(props: { of: HistoryOf }) {
  const { slug } = useOrganization();
  const href = useHistoryHref();
  const events = api.audit.list.useQuery(() => ({
    org: slug(),
    target: targetOf(props.of),
    limit: SHOWN,
  }));
  const rows = createMemo(() => (events.isSuccess ? events.data.items : []));
  const people = usePeople(rows, () => "", MOST_MEMBERS);
  return (
    <Section
      title={texts().recent.title}
      actions={
        <LinkButton size="sm" href={href(props.of)} noScroll>
          {texts().recent.all}
        </LinkButton>
      }
      flush
    >
      <Loaded query={events} skeleton={<Skeleton rows={3} />}>
        {() => (
          <Show
            when={rows().length > 0}
            fallback={
              <p class="px-5 py-4 text-sm text-muted">{texts().none}</p>
            }
          >
            <ul class="divide-y divide-line">
              <For each={rows()}>
                {(event) => (
                  <li class="flex items-start gap-2.5 px-5 py-2.5 text-sm">
                    <Avatar name={actorName(event)} size="sm" />
                    <span class="min-w-0 flex-1 break-words">
                      <EventSentence event={event} people={people} />
                    </span>
                    <RelativeTime
                      value={event.at}
                      class="shrink-0 pt-0.5 text-xs text-muted"
                    />
                  </li>
                )}
              </For>
            </ul>
          </Show>
        )}
      </Loaded>
    </Section>
  );
}
