import { createEffect, type JSX, splitProps } from "solid-js";
import { BARE_INPUT, ControlFrame } from "./control-frame.tsx";
import { FIELD_PROPS, Field, type FieldProps } from "./field.tsx";

export interface DateFieldProps extends FieldProps {
  /** The date as `"2026-12-03"`; `""` for no date. */
  value: string;
  onChange: (day: string) => void;
}

/** A field for a date, which the user types or chooses in the browser's calendar. */
export function DateField(props: DateFieldProps) {
  const [field, own] = splitProps(props, FIELD_PROPS);
  let input: HTMLInputElement | undefined;
  // While a date is half typed, the input has no value. Writing the same old value again would clear the input.
  createEffect(() => {
    if (input && input.value !== own.value) input.value = own.value;
  });
  const change: JSX.EventHandler<HTMLInputElement, Event> = (event) =>
    own.onChange(event.currentTarget.value);
  return (
    <Field {...field}>
      {(control) => (
        <ControlFrame invalid={Boolean(field.error)}>
          <input
            ref={(element) => (input = element)}
            type="date"
            {...control}
            class={BARE_INPUT}
            onInput={change}
          />
        </ControlFrame>
      )}
    </Field>
  );
}
