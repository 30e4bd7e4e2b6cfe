import { createEffect, type JSX, splitProps } from "solid-js";
import { BARE_INPUT, ControlFrame } from "./control-frame.tsx";
import { FIELD_PROPS, Field, type FieldProps } from "./field.tsx";

export interface DateFieldProps extends FieldProps {
  /** `"2026-12-03"`, or `""`. */
  value: string;
  onChange: (day: string) => void;
}

/** A day, typed or chosen in the browser's own calendar. */
export function DateField(props: DateFieldProps) {
  const [field, own] = splitProps(props, FIELD_PROPS);
  let input: HTMLInputElement | undefined;
  // A day that is typed half has no value yet: writing the old one would take away what stands in the field.
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
