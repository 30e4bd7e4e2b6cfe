import { splitProps } from "solid-js";
import {
  BARE_INPUT,
  ControlFrame,
  type ControlSize,
} from "./control-frame.tsx";
import { cx } from "./cx.ts";
import { FIELD_PROPS, Field, type FieldProps } from "./field.tsx";

const DIGITS = 6;

/**
 * A field for the six digits of an authenticator app, which submits its form when all digits are typed. It is a
 * single input, so that pasting, autofill and screen readers work.
 */
export function CodeField(
  props: FieldProps & {
    value: string;
    onInput: (digits: string) => void;
    size?: ControlSize;
  },
) {
  const [field, own] = splitProps(props, FIELD_PROPS);
  const take = (input: HTMLInputElement) => {
    const digits = digitsOf(input.value);
    const isComplete = digits.length === DIGITS && digits !== own.value;
    own.onInput(digits);
    // The field is set directly: if the digits stay the same, Solid would not remove the other characters.
    input.value = digits;
    if (isComplete) input.form?.requestSubmit();
  };
  return (
    <Field {...field}>
      {(control) => (
        <ControlFrame size={own.size} invalid={Boolean(field.error)}>
          <input
            {...control}
            type="text"
            name="code"
            inputmode="numeric"
            autocomplete="one-time-code"
            autocapitalize="none"
            spellcheck={false}
            placeholder="000000"
            value={own.value}
            class={cx(BARE_INPUT, "font-mono tracking-[0.3em]")}
            onInput={(event) => take(event.currentTarget)}
          />
        </ControlFrame>
      )}
    </Field>
  );
}

/** Returns the digits of a typed code: `"123 456"` → `"123456"`. Full-width digits are converted. */
export function digitsOf(text: string): string {
  return text.normalize("NFKC").replace(/\D/g, "").slice(0, DIGITS);
}
