import { Listbox } from "@ark-ui/solid/listbox";
import X from "lucide-solid/icons/x";
import { Show } from "solid-js";
import { texts } from "./texts.ts";

export interface SearchInputProps {
  /** The name of what the verbs are for, in the second step. */
  subject: string | undefined;
  typed: string;
  onType: (text: string) => void;
  /**
   * Goes on to the verbs of the highlighted row.
   * @returns whether the row has verbs
   */
  onEnter: () => boolean;
  onBack: () => void;
  onFocusChange: (hasFocus: boolean) => void;
}

/** The id of the HTML element of the field. */
export const SEARCH_INPUT_ID = "palette-search";

/** The field of the palette. Tab and the right arrow key lead to the verbs of a row, Backspace leads back. */
export function SearchInput(props: SearchInputProps) {
  const press = (
    event: KeyboardEvent & { currentTarget: HTMLInputElement },
  ) => {
    const { key, currentTarget: field } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey)
      return;
    const isAtEnd = field.selectionStart === field.value.length;
    const isForward = key === "Tab" || (key === "ArrowRight" && isAtEnd);
    const isBack =
      key === "Backspace" && field.value === "" && props.subject !== undefined;
    if (isBack) props.onBack();
    if (isBack || (isForward && props.onEnter())) event.preventDefault();
  };
  return (
    <div class="mb-2 flex h-10 w-full shrink-0 items-center gap-2 rounded-md bg-sunken px-3 pointer-coarse:h-11">
      <Show when={props.subject}>
        {(name) => (
          <button
            type="button"
            title={texts().back}
            onClick={() => props.onBack()}
            class="-ml-1.5 flex max-w-1/2 shrink-0 items-center gap-1 rounded-sm border border-line-strong bg-raised px-1.5 py-0.5 text-xs font-medium pointer-coarse:min-h-8"
          >
            <bdi class="truncate">{name()}</bdi>
            <span class="sr-only"> · {texts().back}</span>
            <X size={12} class="shrink-0 text-subtle" />
          </button>
        )}
      </Show>
      <Listbox.Input
        aria-label={
          props.subject === undefined
            ? texts().label
            : texts().actOn(props.subject)
        }
        placeholder={
          props.subject === undefined
            ? texts().placeholder
            : texts().actPlaceholder
        }
        value={props.typed}
        onInput={(event) => props.onType(event.currentTarget.value)}
        id={SEARCH_INPUT_ID}
        onKeyDown={press}
        onFocus={() => setTimeout(() => props.onFocusChange(true))}
        onBlur={() => props.onFocusChange(false)}
        class="h-full min-w-0 flex-1 bg-transparent outline-none pointer-coarse:text-lg"
      />
    </div>
  );
}
