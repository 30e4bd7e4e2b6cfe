import Search from "lucide-solid/icons/search";
import { type JSX, splitProps } from "solid-js";
import { BARE_INPUT, ControlFrame } from "./control-frame.tsx";
import { cx } from "./cx.ts";

export interface SearchFieldProps extends Omit<
  JSX.InputHTMLAttributes<HTMLInputElement>,
  "onInput"
> {
  label: string;
  value: string;
  onInput: (value: string) => void;
}

/** A search field that filters a list while the user types. */
export function SearchField(props: SearchFieldProps) {
  const [own, input] = splitProps(props, ["label", "onInput", "class"]);
  return (
    <ControlFrame class={own.class}>
      <Search size={16} class="ml-2.5 shrink-0 text-subtle" />
      <input
        type="search"
        autocomplete="off"
        spellcheck={false}
        placeholder={own.label}
        {...input}
        aria-label={own.label}
        class={cx(BARE_INPUT, "pl-2")}
        onInput={(event) => own.onInput(event.currentTarget.value)}
      />
    </ControlFrame>
  );
}
