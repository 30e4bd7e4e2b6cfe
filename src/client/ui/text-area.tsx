import { type JSX, splitProps } from "solid-js";
import { ControlFrame } from "./control-frame.tsx";
import { FIELD_PROPS, Field, type FieldProps } from "./field.tsx";

export interface TextAreaProps
  extends
    FieldProps,
    Omit<
      JSX.TextareaHTMLAttributes<HTMLTextAreaElement>,
      keyof FieldProps | "onInput"
    > {
  value: string;
  onInput?: (value: string) => void;
}

/** A field for several lines of text, with label, hint and error. The user can resize it. */
export function TextArea(props: TextAreaProps) {
  const [field, own, area] = splitProps(props, FIELD_PROPS, ["onInput"]);
  return (
    <Field {...field}>
      {(control) => (
        <ControlFrame invalid={Boolean(field.error)}>
          <textarea
            rows={3}
            {...area}
            {...control}
            class="min-h-16 w-full resize-y rounded-md bg-transparent px-2.5 py-1.5 outline-none"
            onInput={(event) => own.onInput?.(event.currentTarget.value)}
          />
        </ControlFrame>
      )}
    </Field>
  );
}
