import { createEffect, type JSX, splitProps } from "solid-js";
import { BARE_INPUT, ControlFrame } from "./control-frame.tsx";
import { FIELD_PROPS, Field, type FieldProps } from "./field.tsx";

export interface DateFieldProps extends FieldProps {
  /** `"2026-12-03"`, or `""`. */
  value: string;
  onChange: (day: string) => void;
}

/** A date, typed or chosen in the browser's calendar. */
export function DateField(props: DateFieldProps) {
  const [field, own] = splitProps(props, FIELD_PROPS);
  let input: HTMLInputElement | undefined;
  // A half-typed date has no value yet. Writing the old value would clear the field.
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
