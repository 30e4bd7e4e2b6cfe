import { Field as ArkField } from "@ark-ui/solid/field";
import { type JSX, Show } from "solid-js";
import { cx } from "./cx.ts";

export interface FieldProps {
  label: string;
  /** One sentence that helps before a mistake is made. */
  hint?: JSX.Element;
  /** What is wrong and what to do; marks the control as invalid and is read with it. */
  error?: string | undefined;
  /** Fields are required unless they say otherwise. */
  optional?: boolean;
  /** Keeps the label for screen readers only, where the place already says what the control is. */
  hideLabel?: boolean;
  disabled?: boolean;
  readOnly?: boolean;
  /** The control's own id, for an `ErrorSummary` that leads to it. */
  id?: string | undefined;
  class?: string | undefined;
}

/** The field's own properties, to be split from those of its control. */
export const FIELD_PROPS = [
  "label",
  "hint",
  "error",
  "optional",
  "hideLabel",
  "disabled",
  "readOnly",
  "id",
  "class",
] as const satisfies (keyof FieldProps)[];

/** Label, hint and error around a control, tied to it by `for` and `aria-describedby`. */
export function Field(props: FieldProps & { children: JSX.Element }) {
  return (
    <ArkField.Root
      ids={props.id ? { control: props.id } : undefined}
      invalid={Boolean(props.error)}
      required={!props.optional}
      disabled={props.disabled}
      readOnly={props.readOnly}
      class={cx("flex min-w-0 flex-col gap-1.5", props.class)}
    >
      <ArkField.Label
        class={cx("text-sm font-medium", props.hideLabel && "sr-only")}
      >
        {props.label}
        <Show when={props.optional}>
          <span class="font-normal text-subtle"> (optional)</span>
        </Show>
      </ArkField.Label>
      {props.children}
      <Show when={props.hint}>
        <ArkField.HelperText class="text-sm text-muted">
          {props.hint}
        </ArkField.HelperText>
      </Show>
      <ArkField.ErrorText class="text-sm text-danger-ink">
        {props.error}
      </ArkField.ErrorText>
    </ArkField.Root>
  );
}
