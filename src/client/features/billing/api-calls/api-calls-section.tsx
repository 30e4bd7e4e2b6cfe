import { createSignal, For, Match, Show, Switch } from "solid-js";
import { api } from "#client/session/api.ts";
import { useOrganization } from "#sdk/solid.ts";
import { Button } from "#client/ui/button.tsx";
import { Callout } from "#client/ui/callout.tsx";
import { Loaded } from "#client/ui/loaded.tsx";
import { Meter } from "#client/ui/meter.tsx";
import { currentTime } from "#client/ui/now.ts";
import { Section } from "#client/ui/section.tsx";
import { Skeleton } from "#client/ui/skeleton.tsx";
import { formatDate } from "#client/lib/formats/time.ts";
import { KeyRow } from "./key-row.tsx";
import { texts } from "./texts.ts";
import { firstDay, levelOf, mostPerDay, type Usage } from "./usage.ts";

const FIRST_KEYS = 10;

/** Shows the API calls of this month beside their limit, and the calls of the last days for each key. */
export function ApiCallsSection() {
  const { slug } = useOrganization();
  // The days are read once, so that a new day does not load the usage again.
  const from = firstDay(currentTime());
  const usage = api.usage.get.useQuery(() => ({ org: slug(), from }));
  return (
    <Loaded query={usage} skeleton={<Skeleton rows={3} />}>
      {(found) => (
        <Section
          title={texts().title}
          description={texts().description}
          footer={
            found().otherKeys > 0 && (
              <span>{texts().more(found().otherKeys)}</span>
            )
          }
          flush
        >
          <Month month={found().month} />
          <Keys usage={found()} />
        </Section>
      )}
    </Loaded>
  );
}

function Month(props: { month: Usage["month"] }) {
  const reset = () => formatDate(props.month.resetsAt.slice(0, 10));
  return (
    <div class="flex flex-col gap-4 p-5">
      <Meter
        label={texts().thisMonth}
        used={props.month.calls}
        limit={props.month.limit}
        detail={texts().resets(reset())}
      />
      <Switch>
        <Match when={levelOf(props.month) === "near"}>
          <Callout tone="warning" title={texts().nearlyUsed}>
            {texts().nearlyUsedText(reset())}
          </Callout>
        </Match>
        <Match when={levelOf(props.month) === "full"}>
          <Callout tone="danger" title={texts().allUsed}>
            {texts().allUsedText(reset())}
          </Callout>
        </Match>
      </Switch>
    </div>
  );
}

function Keys(props: { usage: Usage }) {
  const [isLong, setLong] = createSignal(false);
  const keys = () => props.usage.keys;
  const shown = () => (isLong() ? keys() : keys().slice(0, FIRST_KEYS));
  const dates = () => props.usage.days.map(({ date }) => date);
  return (
    <Show
      when={keys().length > 0}
      fallback={
        <p class="border-t border-line px-5 py-4 text-sm text-muted">
          {texts().none}
        </p>
      }
    >
      <h3 class="border-t border-line px-5 pt-4 pb-1 text-sm font-medium">
        {texts().lastDays}
      </h3>
      <ul aria-label={texts().keys} class="divide-y divide-line">
        <For each={shown()}>
          {(key) => (
            <KeyRow usage={key} dates={dates()} most={mostPerDay(keys())} />
          )}
        </For>
      </ul>
      <Show when={shown().length < keys().length}>
        <div class="border-t border-line px-5 py-3">
          <Button size="sm" onClick={() => setLong(true)}>
            {texts().showAll(keys().length)}
          </Button>
        </div>
      </Show>
    </Show>
  );
}
