import { type JSX, Show, splitProps } from "solid-js";
import {
  BARE_INPUT,
  ControlFrame,
  type ControlSize,
} from "./control-frame.tsx";
import { cx } from "./cx.ts";
import { FIELD_PROPS, Field, type FieldProps } from "./field.tsx";

export interface TextFieldProps
  extends
    FieldProps,
    Omit<
      JSX.InputHTMLAttributes<HTMLInputElement>,
      keyof FieldProps | "onInput" | "size" | "prefix"
    > {
  value: string;
  onInput?: (value: string) => void;
  size?: ControlSize;
  /** Fixed text before the input, such as `tenantry.app/o/`. */
  prefix?: string;
  /** Content at the end of the field: a unit, a spinner or a button. */
  suffix?: JSX.Element;
}

/**
 * A field for one line of text, with label, hint and error. It passes on attributes of `<input>` such as
 * `autocomplete`.
 */
export function TextField(props: TextFieldProps) {
  const [field, own, input] = splitProps(props, FIELD_PROPS, [
    "onInput",
    "size",
    "prefix",
    "suffix",
  ]);
  return (
    <Field {...field}>
      {(control) => (
        <ControlFrame size={own.size} invalid={Boolean(field.error)}>
          <Show when={own.prefix}>
            <span class="shrink-0 pl-2.5 text-muted" aria-hidden="true">
              {own.prefix}
            </span>
          </Show>
          <input
            type="text"
            {...input}
            {...control}
            class={cx(BARE_INPUT, own.prefix && "pl-0.5")}
            onInput={(event) => own.onInput?.(event.currentTarget.value)}
          />
          <Show when={own.suffix}>
            {(suffix) => (
              <span class="flex shrink-0 items-center pr-1 text-muted">
                {suffix()}
              </span>
            )}
          </Show>
        </ControlFrame>
      )}
    </Field>
  );
}
