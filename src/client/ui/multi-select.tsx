import { Popover } from "@ark-ui/solid/popover";
import ChevronsUpDown from "lucide-solid/icons/chevrons-up-down";
import { createSignal, Show, splitProps } from "solid-js";
import { frameLook } from "./control-frame.tsx";
import { cx } from "./cx.ts";
import { Field, FIELD_PROPS, type FieldProps } from "./field.tsx";
import { MultiSelectList } from "./multi-select-list.tsx";
import { POPUP } from "./popup-look.ts";
import type { SelectOption } from "./select.tsx";

export interface MultiSelectProps extends FieldProps {
  /** The options; each has a group. */
  options: readonly SelectOption[];
  values: readonly string[];
  onChange: (values: readonly string[]) => void;
  /** The text of the field while nothing is selected: "All actions". */
  emptyText: string;
  /** Returns the text of the field for several selected options: "3 actions". */
  countText: (count: number) => string;
  /** The name of the search field in the list. */
  searchLabel: string;
  /** The button that deselects all options. */
  clearLabel: string;
}

/** A field in which the user chooses several options, or whole groups of options, from a list with a search field. */
export function MultiSelect(props: MultiSelectProps) {
  const [field, own] = splitProps(props, FIELD_PROPS);
  const [isOpen, setOpen] = createSignal(false);
  const text = () => {
    const [first] = own.values;
    if (first === undefined) return own.emptyText;
    if (own.values.length > 1)
      return wholeGroup(own) ?? own.countText(own.values.length);
    return own.options.find(({ value }) => value === first)?.label ?? first;
  };
  return (
    <Field {...field}>
      {(control, labelId) => (
        <Popover.Root
          open={isOpen()}
          onOpenChange={(change) => setOpen(change.open)}
          ids={{ trigger: control.id }}
          positioning={{
            placement: "bottom-start",
            gutter: 4,
            strategy: "fixed",
          }}
          lazyMount
          unmountOnExit
        >
          <Popover.Trigger
            aria-labelledby={`${labelId} ${control.id}`}
            class={cx(
              frameLook(),
              "justify-between gap-2 px-2.5 text-left hover:bg-hover",
            )}
          >
            <span class="truncate">{text()}</span>
            <ChevronsUpDown size={14} class="shrink-0 text-subtle" />
          </Popover.Trigger>
          <Popover.Positioner>
            <Popover.Content
              aria-labelledby={labelId}
              class={cx(POPUP, "w-[min(20rem,calc(100vw-2rem))]")}
            >
              <MultiSelectList
                label={field.label}
                searchLabel={own.searchLabel}
                options={own.options}
                values={own.values}
                onChange={own.onChange}
              />
              <Show when={own.values.length > 0}>
                <button
                  type="button"
                  class="mt-1 w-full rounded-sm border-t border-line px-2 py-2 text-left text-sm text-accent-ink hover:bg-hover pointer-coarse:min-h-11"
                  onClick={() => {
                    own.onChange([]);
                    setOpen(false);
                  }}
                >
                  {own.clearLabel}
                </button>
              </Show>
            </Popover.Content>
          </Popover.Positioner>
        </Popover.Root>
      )}
    </Field>
  );
}

/** Returns the name of the group whose options, and no others, are selected. */
function wholeGroup({
  options,
  values,
}: Pick<MultiSelectProps, "options" | "values">): string | undefined {
  const group = options.find(({ value }) => value === values[0])?.group;
  const members = options.filter((option) => option.group === group);
  const isWhole =
    members.length === values.length &&
    members.every(({ value }) => values.includes(value));
  return isWhole ? group : undefined;
}
