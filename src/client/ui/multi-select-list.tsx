import { createListCollection, Listbox } from "@ark-ui/solid/listbox";
import Check from "lucide-solid/icons/check";
import Minus from "lucide-solid/icons/minus";
import { createMemo, createSignal, For, Match, Show, Switch } from "solid-js";
import { hasWords, wordsOf } from "#client/lib/matching.ts";
import { cx } from "./cx.ts";
import type { MultiSelectProps } from "./multi-select.tsx";
import { POPUP_ROW } from "./popup-look.ts";
import type { SelectOption } from "./select.tsx";
import { texts } from "./texts.ts";

/** A row of the list: an option, or a group. Choosing a group chooses all its options. */
interface Row {
  id: string;
  label: string;
  isGroup: boolean;
  /** The values of the option or of the group. */
  values: readonly string[];
}

export type MultiSelectListProps = Pick<
  MultiSelectProps,
  "label" | "searchLabel" | "options" | "values" | "onChange"
>;

/** The options of a `MultiSelect` under the check boxes of their groups. Typing shows those that match. */
export function MultiSelectList(props: MultiSelectListProps) {
  const [typed, setTyped] = createSignal("");
  const rows = createMemo(() => rowsOf(props.options, wordsOf(typed())));
  const collection = createMemo(() =>
    createListCollection({
      items: rows(),
      itemToValue: ({ id }) => id,
      itemToString: ({ label }) => label,
    }),
  );
  const isSelected = ({ values }: Row) =>
    values.every((value) => props.values.includes(value));
  const isPartly = ({ values }: Row) =>
    values.some((value) => props.values.includes(value));
  const toggle = (row: Row | undefined) => {
    if (!row) return;
    const others = props.values.filter((value) => !row.values.includes(value));
    props.onChange(isSelected(row) ? others : [...others, ...row.values]);
  };
  const selected = () =>
    rows()
      .filter(isSelected)
      .map(({ id }) => id);
  /** The list box reports all selected rows; the row that the user toggled is the only difference. */
  const change = (ids: readonly string[]) => {
    const before = selected();
    toggle(rows().find(({ id }) => before.includes(id) !== ids.includes(id)));
  };
  return (
    <Listbox.Root
      collection={collection()}
      value={selected()}
      onValueChange={({ value }) => change(value)}
      selectionMode="multiple"
      typeahead={false}
      loopFocus
    >
      <Listbox.Label class="sr-only">{props.label}</Listbox.Label>
      <Listbox.Input
        autoHighlight
        aria-label={props.searchLabel}
        placeholder={props.searchLabel}
        value={typed()}
        onInput={(event) => setTyped(event.currentTarget.value)}
        class="mb-1 h-9 w-full rounded-md bg-sunken px-2.5 text-sm outline-none pointer-coarse:h-11 pointer-coarse:text-lg"
      />
      <Listbox.Content class="max-h-[min(22rem,50vh,calc(var(--available-height,100vh)-7rem))] overflow-y-auto rounded-md outline-none">
        <For each={rows()}>
          {(row) => (
            <Listbox.Item
              item={row}
              highlightOnHover
              class={cx(POPUP_ROW, row.isGroup ? "font-medium" : "pl-6")}
            >
              <Box isChecked={isSelected(row)} isPartly={isPartly(row)} />
              <Listbox.ItemText class="min-w-0 flex-1 truncate">
                {row.label}
              </Listbox.ItemText>
            </Listbox.Item>
          )}
        </For>
      </Listbox.Content>
      <Show when={rows().length === 0}>
        <p role="status" class="px-2 py-3 text-sm text-muted">
          {texts().multiSelect.none(typed())}
        </p>
      </Show>
    </Listbox.Root>
  );
}

/** Looks like a check box. The option around it says to screen readers whether it is selected. */
function Box(props: { isChecked: boolean; isPartly: boolean }) {
  return (
    <span
      aria-hidden="true"
      class={cx(
        "flex size-4 shrink-0 items-center justify-center rounded-xs border",
        props.isPartly
          ? "border-accent bg-accent text-on-accent"
          : "border-control bg-raised",
      )}
    >
      <Switch>
        <Match when={props.isChecked}>
          <Check size={12} />
        </Match>
        <Match when={props.isPartly}>
          <Minus size={12} />
        </Match>
      </Switch>
    </span>
  );
}

function rowsOf(
  options: readonly SelectOption[],
  words: readonly string[],
): Row[] {
  const groups = Map.groupBy(options, ({ group }) => group ?? "");
  return [...groups].flatMap(([group, members]) => {
    const isGroupNamed = hasWords(group, words);
    const shown = members.filter(
      ({ label }) => isGroupNamed || hasWords(`${group} ${label}`, words),
    );
    if (shown.length === 0) return [];
    return [
      {
        id: `group ${group}`,
        label: group,
        isGroup: true,
        values: shown.map(({ value }) => value),
      },
      ...shown.map(({ value, label }) => ({
        id: value,
        label,
        isGroup: false,
        values: [value],
      })),
    ];
  });
}
