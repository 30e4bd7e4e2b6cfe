import { For, Show } from "solid-js";
import { LoadMore } from "#client/ui/load-more.tsx";
import { Loaded } from "#client/ui/loaded.tsx";
import { RowsBox } from "#client/ui/rows-box.tsx";
import { Skeleton } from "#client/ui/skeleton.tsx";
import { EventRow } from "./event-row.tsx";
import { NoEvents } from "./no-events.tsx";
import { texts } from "./texts.ts";
import type { Events } from "./use-events.ts";
import type { Filter } from "./use-filter.ts";
import type { People } from "./use-people.ts";

/** Lists the audit events that match the filters. */
export function EventList(props: {
  filter: Filter;
  events: Events;
  people: People;
}) {
  return (
    <Loaded query={props.events.query} skeleton={<Skeleton rows={12} />}>
      {() => (
        <Show
          when={props.events.rows().length > 0}
          fallback={<NoEvents filter={props.filter} />}
        >
          <RowsBox isStale={props.events.query.isPlaceholderData}>
            <ul aria-label={texts().list} class="divide-y divide-line">
              <For each={props.events.rows()}>
                {(event) => (
                  <EventRow
                    event={event}
                    people={props.people}
                    filter={props.filter}
                  />
                )}
              </For>
            </ul>
            <div class="print:hidden">
              <LoadMore query={props.events.query} />
            </div>
          </RowsBox>
        </Show>
      )}
    </Loaded>
  );
}
