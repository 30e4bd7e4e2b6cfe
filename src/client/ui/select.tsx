import {
  createListCollection,
  Select as ArkSelect,
} from "@ark-ui/solid/select";
import Check from "lucide-solid/icons/check";
import ChevronsUpDown from "lucide-solid/icons/chevrons-up-down";
import { createMemo, For, Show, splitProps } from "solid-js";
import { type ControlSize, frameLook } from "./control-frame.tsx";
import { cx } from "./cx.ts";
import { FIELD_PROPS, Field, type FieldProps } from "./field.tsx";
import { POPUP } from "./popup-look.ts";
import { texts } from "./texts.ts";

export interface SelectOption<Value extends string = string> {
  value: Value;
  label: string;
  /** A second line that says what the option means, or why it is disabled. */
  description?: string;
  disabled?: boolean;
  /** The name of the group under which the option is listed. */
  group?: string;
}

export interface SelectProps<Value extends string = string> extends FieldProps {
  options: readonly SelectOption<Value>[];
  value: Value | undefined;
  onChange: (value: Value) => void;
  placeholder?: string;
  name?: string;
  size?: ControlSize;
}

/** A field in which the user chooses one option. Each option can have a description. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const [field, own] = splitProps(props, FIELD_PROPS);
  const collection = createMemo(() =>
    createListCollection<SelectOption<Value>>({
      items: [...own.options],
      isItemDisabled: (option) => option.disabled ?? false,
      groupBy: (option) => option.group ?? "",
    }),
  );
  const choose = (options: SelectOption<Value>[]) => {
    const [option] = options;
    if (option && option.value !== own.value) own.onChange(option.value);
  };

  return (
    <Field {...field}>
      {(control, labelId) => (
        <ArkSelect.Root
          collection={collection()}
          ids={{ trigger: control.id, label: labelId }}
          value={own.value === undefined ? [] : [own.value]}
          onValueChange={(change) => choose(change.items)}
          positioning={{ sameWidth: false, gutter: 4, strategy: "fixed" }}
          name={own.name}
          disabled={field.disabled}
          readOnly={field.readOnly}
          invalid={Boolean(field.error)}
          lazyMount
          unmountOnExit
        >
          <ArkSelect.Control>
            <ArkSelect.Trigger
              aria-describedby={control["aria-describedby"]}
              class={cx(
                frameLook(own.size, Boolean(field.error)),
                "justify-between gap-2 px-2.5 text-left hover:bg-hover disabled:cursor-not-allowed disabled:bg-sunken disabled:text-muted",
              )}
            >
              <ArkSelect.ValueText
                placeholder={own.placeholder ?? texts().select.choose}
                class="truncate"
              />
              <ChevronsUpDown size={14} class="shrink-0 text-subtle" />
            </ArkSelect.Trigger>
          </ArkSelect.Control>
          <ArkSelect.Positioner>
            <ArkSelect.Content
              class={cx(
                POPUP,
                "max-h-[min(20rem,var(--available-height))] w-max max-w-80 min-w-(--reference-width) overflow-y-auto",
              )}
            >
              <For each={collection().group()}>
                {([group, options]) => (
                  <OptionGroup name={group} options={options} />
                )}
              </For>
            </ArkSelect.Content>
          </ArkSelect.Positioner>
          <ArkSelect.HiddenSelect />
        </ArkSelect.Root>
      )}
    </Field>
  );
}

function OptionGroup(props: {
  name: string;
  options: readonly SelectOption[];
}) {
  const rows = () => (
    <For each={props.options}>{(option) => <OptionRow option={option} />}</For>
  );
  return (
    <Show when={props.name} fallback={rows()}>
      <ArkSelect.ItemGroup>
        <ArkSelect.ItemGroupLabel class="px-2 pt-2 pb-1 text-xs font-medium text-subtle">
          {props.name}
        </ArkSelect.ItemGroupLabel>
        {rows()}
      </ArkSelect.ItemGroup>
    </Show>
  );
}

function OptionRow(props: { option: SelectOption }) {
  return (
    <ArkSelect.Item
      item={props.option}
      class="flex cursor-default items-start justify-between gap-4 rounded-sm px-2 py-1.5 text-sm data-disabled:cursor-not-allowed data-highlighted:bg-hover pointer-coarse:min-h-11 pointer-coarse:items-center"
    >
      <span class="min-w-0">
        <ArkSelect.ItemText
          class={cx("block truncate", props.option.disabled && "text-subtle")}
        >
          {props.option.label}
        </ArkSelect.ItemText>
        <Show when={props.option.description}>
          <span class="block text-xs text-muted">
            {props.option.description}
          </span>
        </Show>
      </span>
      <ArkSelect.ItemIndicator class="mt-0.5 shrink-0">
        <Check size={16} />
      </ArkSelect.ItemIndicator>
    </ArkSelect.Item>
  );
}
