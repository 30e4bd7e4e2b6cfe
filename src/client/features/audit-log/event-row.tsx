import ChevronRight from "lucide-solid/icons/chevron-right";
import { createSignal, createUniqueId, type JSX, Show } from "solid-js";
import { cx } from "#client/ui/cx.ts";
import { RelativeTime } from "#client/ui/relative-time.tsx";
import { formatExact } from "#client/lib/formats/time.ts";
import type { AuditEvent } from "./event.ts";
import { EventDetails } from "./event-details.tsx";
import { EventSentence } from "./event-sentence.tsx";
import type { Filter } from "./use-filter.ts";
import type { People } from "./use-people.ts";

export interface EventRowProps {
  event: AuditEvent;
  people: People;
  filter: Pick<Filter, "event">;
  /** Whether the row leaves out the address, for a narrow list. */
  isNarrow?: boolean;
  /** What the details also offer, above the other facts of the event. */
  actions?: JSX.Element;
}

// Let the browser skip the layout of rows outside the screen, so that long lists scroll smoothly.
const SKIP_OFFSCREEN =
  "[&:nth-child(n+51)]:[contain-intrinsic-size:auto_2.75rem] [&:nth-child(n+51)]:[content-visibility:auto] print:[content-visibility:visible]!";

/** Shows an audit event as a sentence. A click shows the details of the event. */
export function EventRow(props: EventRowProps) {
  const id = createUniqueId();
  const [toggled, setToggled] = createSignal<boolean>();
  // Show the details at first if the URL names this event.
  const isOpen = () =>
    toggled() ?? props.filter.event() === String(props.event.seq);
  return (
    <li class={cx("break-inside-avoid", SKIP_OFFSCREEN)}>
      <button
        type="button"
        aria-expanded={isOpen()}
        aria-controls={id}
        class="flex min-h-11 w-full items-start gap-2 px-3 py-2.5 text-left text-sm hover:bg-canvas focus-visible:-outline-offset-2 sm:items-center sm:px-4"
        onClick={() => setToggled(!isOpen())}
      >
        <ChevronRight
          size={14}
          class={cx(
            "shrink-0 text-subtle transition-transform max-sm:mt-1 print:hidden",
            isOpen() && "rotate-90",
          )}
        />
        <span class="flex min-w-0 flex-1 flex-col gap-x-4 sm:flex-row sm:items-center">
          <span class="min-w-0 flex-1 break-words">
            <EventSentence event={props.event} people={props.people} />
          </span>
          <span class="flex shrink-0 gap-x-3 text-muted max-sm:text-xs sm:justify-end">
            <Show when={!props.isNarrow && props.event.address}>
              <span class="tabular-nums max-lg:hidden print:inline">
                {props.event.address}
              </span>
            </Show>
            <RelativeTime
              value={props.event.at}
              class="sm:min-w-24 sm:text-right print:hidden"
            />
            <span class="hidden print:inline">
              {formatExact(new Date(props.event.at))}
            </span>
          </span>
        </span>
      </button>
      <div id={id}>
        <Show when={isOpen()}>
          <EventDetails {...props} />
        </Show>
      </div>
    </li>
  );
}
