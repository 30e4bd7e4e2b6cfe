import { createMemo, createSignal, For, Show } from "solid-js";
import { rowsOf } from "#client/lib/rows-of.ts";
import { api } from "#client/session/api.ts";
import {
  type HistoryOf,
  targetOf,
  useShownHistory,
} from "#client/session/history/address.ts";
import { EventRow } from "#client/features/audit-log/event-row.tsx";
import { usePeople } from "#client/features/audit-log/use-people.ts";
import { Drawer, DrawerTitle } from "#client/ui/drawer.tsx";
import { LoadMore } from "#client/ui/load-more.tsx";
import { Loaded } from "#client/ui/loaded.tsx";
import { Skeleton } from "#client/ui/skeleton.tsx";
import { useOrganization } from "#sdk/solid.ts";
import { nameIn } from "./name-in.ts";
import { type Question, RestoreButton } from "./restore-button.tsx";
import { RestoreDialog } from "./restore-dialog.tsx";
import { texts } from "./texts.ts";

const PAGE = 20;
/** Names of further members come from their own events. */
const MOST_MEMBERS = 100;

/** Shows the events of the thing that the URL names, newest first. */
export default function HistoryDrawer() {
  const { shown, close } = useShownHistory();
  return (
    <Show when={shown()} keyed>
      {(of) => <History of={of} onClose={close} />}
    </Show>
  );
}

function History(props: { of: HistoryOf; onClose: () => void }) {
  const { slug } = useOrganization();
  const query = api.audit.list.useInfiniteQuery(() => ({
    org: slug(),
    target: targetOf(props.of),
    limit: PAGE,
  }));
  const rows = createMemo(() => rowsOf(query));
  const people = usePeople(rows, () => "", MOST_MEMBERS);
  const name = () => nameIn(rows(), props.of, people.nameOf);
  const [question, setQuestion] = createSignal<Question>();
  const newest = () => rows()[0]?.seq;
  return (
    <Drawer
      title={texts().title}
      onClose={props.onClose}
      header={
        <>
          <DrawerTitle>{texts().title}</DrawerTitle>
          <p class="text-sm break-words text-muted">
            {texts().kinds[props.of.kind]}
            <Show when={name()}>
              {(text) => (
                <>
                  {" · "}
                  <bdi>{text()}</bdi>
                </>
              )}
            </Show>
          </p>
        </>
      }
    >
      <Loaded query={query} skeleton={<Skeleton rows={6} />}>
        {() => (
          <Show
            when={rows().length > 0}
            fallback={
              <p class="px-5 py-6 text-sm text-muted">{texts().none}</p>
            }
          >
            <ul aria-label={texts().list} class="divide-y divide-line">
              <For each={rows()}>
                {(event) => (
                  <EventRow
                    isNarrow
                    event={event}
                    people={people}
                    filter={{ event: () => String(newest() ?? "") }}
                    actions={
                      <RestoreButton
                        event={event}
                        of={props.of}
                        onAsk={setQuestion}
                      />
                    }
                  />
                )}
              </For>
            </ul>
            <LoadMore query={query} />
          </Show>
        )}
      </Loaded>
      <RestoreDialog question={question()} people={people} />
    </Drawer>
  );
}
