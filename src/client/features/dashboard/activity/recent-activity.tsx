import { createMemo, For, Show } from "solid-js";
import { api } from "#client/session/api.ts";
import { useOrganization } from "#sdk/solid.ts";
import { useOrganizationPath } from "#client/session/organization-path.ts";
import { actorName } from "#client/features/audit-log/sentences/sentence-of.ts";
import { EventSentence } from "#client/features/audit-log/event-sentence.tsx";
import type { AuditEvent } from "#client/features/audit-log/event.ts";
import {
  type People,
  usePeople,
} from "#client/features/audit-log/use-people.ts";
import { formatExact, formatTimeOfDay } from "#client/lib/formats/time.ts";
import { Avatar } from "#client/ui/avatar.tsx";
import { LinkButton } from "#client/ui/link-button.tsx";
import { Loaded } from "#client/ui/loaded.tsx";
import { currentTime } from "#client/ui/now.ts";
import { Section } from "#client/ui/section.tsx";
import { Skeleton } from "#client/ui/skeleton.tsx";
import { texts } from "../texts.ts";
import { byDay } from "./by-day.ts";

const SHOWN = 10;
/** Names of further members come from their own events. */
const MOST_MEMBERS = 100;

/** Lists the newest audit events as sentences, by day. Each one links to the event in the audit log. */
export default function RecentActivity() {
  const { slug } = useOrganization();
  const path = useOrganizationPath();
  const events = api.audit.list.useQuery(() => ({ org: slug(), limit: SHOWN }));
  const rows = createMemo(() => (events.isSuccess ? events.data.items : []));
  const people = usePeople(rows, () => "", MOST_MEMBERS);
  const days = createMemo(() => byDay(rows(), currentTime()));
  return (
    <Section
      title={texts().activity.title}
      actions={
        <LinkButton size="sm" href={path("settings/audit")}>
          {texts().activity.all}
        </LinkButton>
      }
      flush
    >
      <Loaded query={events} skeleton={<Skeleton rows={SHOWN} />}>
        {() => (
          <Show
            when={days().length > 0}
            fallback={
              <p class="px-5 py-4 text-sm text-muted">
                {texts().activity.none}
              </p>
            }
          >
            <For each={days()}>
              {(day) => (
                <>
                  <h3 class="border-b border-line bg-canvas px-5 py-1.5 text-xs font-medium text-muted not-first:border-t">
                    <time datetime={day.start.toISOString()}>{day.label}</time>
                  </h3>
                  <ul class="divide-y divide-line">
                    <For each={day.events}>
                      {(event) => <Row event={event} people={people} />}
                    </For>
                  </ul>
                </>
              )}
            </For>
          </Show>
        )}
      </Loaded>
    </Section>
  );
}

function Row(props: { event: AuditEvent; people: People }) {
  const path = useOrganizationPath();
  const at = () => new Date(props.event.at);
  return (
    <li>
      <a
        href={path(`settings/audit?event=${props.event.seq}`)}
        class="flex items-start gap-2.5 px-5 py-2.5 text-sm hover:bg-hover focus-visible:-outline-offset-2"
      >
        <Avatar name={actorName(props.event)} size="sm" />
        <span class="min-w-0 flex-1 break-words">
          <EventSentence event={props.event} people={props.people} />
        </span>
        <time
          datetime={props.event.at}
          title={formatExact(at())}
          class="shrink-0 pt-0.5 text-xs text-muted tabular-nums"
        >
          {formatTimeOfDay(at())}
        </time>
      </a>
    </li>
  );
}
