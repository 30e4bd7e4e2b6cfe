import { TagsInput } from "@ark-ui/solid/tags-input";
import CircleAlert from "lucide-solid/icons/circle-alert";
import X from "lucide-solid/icons/x";
import { Index, type JSX, Show, splitProps } from "solid-js";
import { type ControlSize, frameLook } from "./control-frame.tsx";
import { cx } from "./cx.ts";
import {
  isEmailAddress,
  mergeAddresses,
  splitAddresses,
} from "./email-addresses.ts";
import { FIELD_PROPS, Field, type FieldProps } from "./field.tsx";
import { texts } from "./texts.ts";
import { createUnfinishedText } from "./unfinished-text.ts";

/** What the entries of the field are. By default they are email addresses. */
export interface TagRules {
  split: (text: string) => string[];
  /** Adds entries to a list without duplicates. */
  merge: (list: readonly string[], more: readonly string[]) => string[];
  /** What is wrong with an entry, as a short text before it; undefined if the entry is valid. */
  problemOf: (entry: string) => string | undefined;
  /** A sentence about the invalid entries. */
  explain: (invalid: readonly string[]) => string | undefined;
  /** The text of the tag. */
  textOf: (entry: string) => string;
  /** A control in the tag, after its text. */
  control?: (
    entry: () => string,
    replace: (entry: string) => void,
  ) => JSX.Element;
}

const ADDRESSES: TagRules = {
  split: splitAddresses,
  merge: mergeAddresses,
  problemOf: (entry) =>
    isEmailAddress(entry) ? undefined : texts().emailTagsField.wrong,
  explain,
  textOf: (entry) => entry,
};

export interface EmailTagsFieldProps extends FieldProps {
  /** All entries of the field, including the invalid ones. */
  value: string[];
  rules?: TagRules;
  onChange: (addresses: string[]) => void;
  /** Called while the user types, with the text that is not a tag yet. */
  onUnfinished?: (text: string) => void;
  placeholder?: string;
  size?: ControlSize;
}

const UP_TO_LAST_SEPARATOR = /^.*[,;\s]/s;

/**
 * A field that shows email addresses as tags; invalid entries are marked, and the user can correct them. Typed text
 * becomes a tag at a separator, when the field loses the focus, and on submit.
 */
export function EmailTagsField(props: EmailTagsFieldProps) {
  const [field, own] = splitProps(props, FIELD_PROPS);
  let ownInput: HTMLInputElement | undefined;
  const rules = () => own.rules ?? ADDRESSES;
  const invalid = () =>
    own.value.filter((entry) => rules().problemOf(entry) !== undefined);
  const error = () => field.error ?? rules().explain(invalid());

  const add = (text: string) =>
    own.onChange(rules().merge(own.value, rules().split(text)));
  const replace = (index: number) => (entry: string) =>
    own.onChange(own.value.with(index, entry));

  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData?.getData("text") ?? "";
    if (rules().split(text).length < 2) return;
    event.preventDefault();
    add(text);
  };
  const takeFinished = (input: HTMLInputElement | undefined) => {
    if (!input) return;
    const [finished] = UP_TO_LAST_SEPARATOR.exec(input.value) ?? [];
    if (finished !== undefined) {
      input.value = input.value.slice(finished.length);
      add(finished);
    }
    own.onUnfinished?.(input.value);
  };
  const takeRest = (input: HTMLInputElement) => {
    if (!input.value.trim()) return;
    add(input.value);
    input.value = "";
    input.dispatchEvent(new InputEvent("input", { bubbles: true }));
  };
  const leave = createUnfinishedText(() => ownInput, takeRest);

  return (
    <Field {...field} error={error()}>
      {(control) => (
        <TagsInput.Root
          ids={{ input: control.id }}
          value={own.value}
          onValueChange={(change) =>
            own.onChange(rules().merge([], change.value))
          }
          addOnPaste
          disabled={field.disabled}
          invalid={Boolean(error())}
        >
          <TagsInput.Control
            class={cx(
              frameLook(own.size, Boolean(error())),
              "max-h-40 flex-wrap content-center gap-1 overflow-y-auto p-1",
            )}
            onPaste={paste}
            // The library listens on the document, so this listener runs before the library reads the text.
            on:input={(event: Event) =>
              takeFinished(inputOf(event, control.id))
            }
            onFocusOut={(event: Event) => {
              if (inputOf(event, control.id)) leave();
            }}
          >
            <Index each={own.value}>
              {(entry, index) => (
                <Tag
                  entry={entry()}
                  index={index}
                  rules={rules()}
                  onReplace={replace(index)}
                />
              )}
            </Index>
            <TagsInput.Input
              ref={(input: HTMLInputElement) => (ownInput = input)}
              inputmode="email"
              autocapitalize="none"
              autocomplete="off"
              spellcheck={false}
              aria-describedby={control["aria-describedby"]}
              placeholder={own.value.length === 0 ? own.placeholder : undefined}
              class="h-6 min-w-40 flex-1 pointer-coarse:h-11 bg-transparent px-1.5 outline-none"
            />
          </TagsInput.Control>
        </TagsInput.Root>
      )}
    </Field>
  );
}

/** Returns the main input of the field if the event comes from it. A tag that is being edited has its own input. */
function inputOf({ target }: Event, id: string): HTMLInputElement | undefined {
  const isOwn = target instanceof HTMLInputElement && target.id === id;
  return isOwn ? target : undefined;
}

function Tag(props: {
  entry: string;
  index: number;
  rules: TagRules;
  onReplace: (entry: string) => void;
}) {
  const problem = () => props.rules.problemOf(props.entry);
  const text = () => props.rules.textOf(props.entry);
  return (
    <TagsInput.Item index={props.index} value={props.entry} class="max-w-full">
      <TagsInput.ItemPreview
        class={cx(
          "inline-flex h-6 max-w-full items-center gap-1 rounded-sm border pl-1.5 data-highlighted:outline-2 data-highlighted:outline-focus pointer-coarse:h-11",
          problem()
            ? "border-danger-line bg-danger-soft text-danger-ink"
            : "border-line bg-sunken",
        )}
      >
        <Show when={problem()}>
          {(label) => (
            <CircleAlert
              size={12}
              class="shrink-0"
              aria-label={label()}
              role="img"
            />
          )}
        </Show>
        <TagsInput.ItemText class="truncate">{text()}</TagsInput.ItemText>
        {/* The library would select the tag when the control is pressed. */}
        <span
          class="contents"
          onPointerDown={(event) => event.stopPropagation()}
        >
          {props.rules.control?.(() => props.entry, props.onReplace)}
        </span>
        <TagsInput.ItemDeleteTrigger
          aria-label={texts().emailTagsField.remove(text())}
          class="grid size-6 shrink-0 place-items-center rounded-sm hover:bg-hover pointer-coarse:size-11"
        >
          <X size={12} />
        </TagsInput.ItemDeleteTrigger>
      </TagsInput.ItemPreview>
      <TagsInput.ItemInput class="h-6 rounded-sm border border-control bg-raised px-1.5" />
    </TagsInput.Item>
  );
}

function explain(invalid: readonly string[]): string | undefined {
  const [first] = invalid;
  if (first === undefined) return undefined;
  return invalid.length === 1
    ? texts().emailTagsField.oneWrong(first)
    : texts().emailTagsField.manyWrong(invalid.length);
}
