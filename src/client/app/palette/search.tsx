import { createListCollection, Listbox } from "@ark-ui/solid/listbox";
import { batch, createMemo, createSignal, For, Show } from "solid-js";
import { useOrganization } from "#sdk/solid.ts";
import { rememberRecent } from "#client/session/recents.ts";
import type { Command } from "#client/session/verbs/command.ts";
import type { Subject } from "#client/session/verbs/verb.ts";
import { isThing, type Item } from "./items.ts";
import { ItemRow } from "./item-row.tsx";
import type { Source } from "./kinds.ts";
import { RecentThing } from "./recent-thing.tsx";
import { SearchInput } from "./search-input.tsx";
import { texts } from "./texts.ts";
import { useItems, verbItems } from "./use-items.ts";

export interface SearchProps {
  /** What the palette acts on first. */
  subject: Subject | undefined;
  sources: readonly Source[];
  appCommands: () => readonly Command[];
  onAct: (item: Item) => void;
}

/** The field of the palette with its results. The second step lists what the user can do with one of them. */
export function Search(props: SearchProps) {
  const { user, organization } = useOrganization();
  const [typed, setTyped] = createSignal("");
  // eslint-disable-next-line solid/reactivity -- the parent creates a new search for each subject
  const [subject, setSubject] = createSignal(props.subject);
  const [recent, setRecent] = createSignal<Item>();
  const results = useItems({
    typed,
    // eslint-disable-next-line solid/reactivity -- the sources never change
    sources: props.sources,
    appCommands: () => props.appCommands(),
  });
  const items = createMemo(() => {
    const chosen = subject();
    if (chosen) return verbItems(chosen, typed());
    return recent() ? [] : results();
  });
  const [moved, setMoved] = createSignal<string | null>(null);
  // The list box shows a highlighted row only if it becomes one after the field has the focus.
  const [hasFocus, setFocus] = createSignal(false);
  /** The row that Enter chooses: the one to which the user has moved, or else the first one. */
  const highlighted = createMemo(() => {
    if (!hasFocus()) return null;
    const [first] = items();
    return items().find(({ id }) => id === moved())?.id ?? first?.id ?? null;
  });
  const collection = createMemo(() =>
    createListCollection({
      items: items(),
      itemToValue: ({ id }) => id,
      itemToString: ({ label }) => label,
    }),
  );
  const restart = () => {
    setTyped("");
    setMoved(null);
  };
  const enter = (item: Item | undefined): boolean => {
    if (!item || !isThing(item) || subject()) return false;
    if (item.subject) setSubject(() => item.subject);
    else setRecent(item);
    remember(item);
    restart();
    return true;
  };
  const arrive = (found: Subject) =>
    batch(() => {
      setSubject(() => found);
      setRecent(undefined);
    });
  const leave = () =>
    batch(() => {
      setSubject(undefined);
      setRecent(undefined);
      restart();
    });
  const remember = ({ recent: chosen }: Item) => {
    if (chosen) rememberRecent(user().id, organization().id, chosen);
  };
  const choose = (item: Item | undefined) => {
    if (!item) return;
    if (item.href === undefined && !item.run) return void enter(item);
    remember(item);
    props.onAct(item);
  };
  const itemOf = (id: string | null) => items().find((item) => item.id === id);
  const stepName = () => subject()?.name ?? recent()?.label;

  return (
    <Listbox.Root
      collection={collection()}
      highlightedValue={highlighted()}
      onHighlightChange={({ highlightedValue }) => setMoved(highlightedValue)}
      onSelect={({ value }) => choose(itemOf(value))}
      selectionMode="single"
      value={[]}
      typeahead={false}
      loopFocus
      class="flex min-h-0 flex-col px-3 pb-3"
    >
      <Listbox.Label class="sr-only">{texts().results}</Listbox.Label>
      <SearchInput
        subject={stepName()}
        typed={typed()}
        onType={(text) => {
          setTyped(text);
          setMoved(null);
        }}
        onEnter={() => enter(itemOf(highlighted()))}
        onBack={leave}
        onFocusChange={setFocus}
      />
      <Listbox.Content class="min-h-0 flex-1 overflow-y-auto rounded-md outline-none">
        <For each={items()}>
          {(item, index) => (
            <ItemRow
              item={item}
              isFirst={
                !stepName() && items()[index() - 1]?.group !== item.group
              }
              onEnter={() => enter(item)}
            />
          )}
        </For>
      </Listbox.Content>
      <Show
        when={!subject() && recent()?.recent}
        fallback={
          <Show when={items().length === 0}>
            <p role="status" class="px-2 py-3 text-sm text-muted">
              {texts().nothing(typed())}
            </p>
          </Show>
        }
      >
        {(wanted) => (
          <RecentThing
            recent={wanted()}
            sources={props.sources}
            onFound={arrive}
          />
        )}
      </Show>
      <p class="px-2 pt-2 text-xs text-muted max-sm:hidden">
        {stepName() ? texts().actHint : texts().hint}
      </p>
    </Listbox.Root>
  );
}
