import { children, createUniqueId, type JSX, Show } from "solid-js";
import { cx } from "./cx.ts";
import { texts } from "./texts.ts";

export interface FieldProps {
  label: string;
  /** One sentence that helps the user to avoid a mistake. */
  hint?: JSX.Element;
  /**
   * A sentence about what is wrong and what to do. It marks the control as invalid, and screen readers read it with
   * the control.
   */
  error?: string | undefined;
  /** Marks the field as optional; fields are required by default. */
  optional?: boolean;
  /** Hides the label from sight, but not from screen readers, if the context already names the control. */
  hideLabel?: boolean;
  disabled?: boolean;
  readOnly?: boolean;
  /** The id of the control, to which an `ErrorSummary` links. */
  id?: string | undefined;
  class?: string | undefined;
}

/** The names of the properties of a field. A component splits them from the properties of its control. */
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

/** The attributes that connect a control to its field. Spread them onto the control. */
export interface ControlAttributes {
  readonly id: string;
  readonly required: boolean;
  readonly disabled: boolean | undefined;
  readonly readOnly: boolean | undefined;
  readonly "aria-invalid": "true" | undefined;
  readonly "aria-describedby": string | undefined;
}

/** Shows the label, the hint and the error of a control, connected to it by `for` and `aria-describedby`. */
export function Field(
  props: FieldProps & {
    children: (control: ControlAttributes, labelId: string) => JSX.Element;
  },
) {
  const ownId = createUniqueId();
  const labelId = `${ownId}-label`;
  const hintId = `${ownId}-hint`;
  const errorId = `${ownId}-error`;
  const hint = children(() => props.hint);
  const control: ControlAttributes = {
    get id() {
      return props.id ?? ownId;
    },
    get required() {
      return !props.optional;
    },
    get disabled() {
      return props.disabled;
    },
    get readOnly() {
      return props.readOnly;
    },
    get "aria-invalid"() {
      return props.error ? "true" : undefined;
    },
    get "aria-describedby"() {
      const ids = [props.error && errorId, hint() && hintId];
      return ids.filter(Boolean).join(" ") || undefined;
    },
  };

  return (
    <div class={cx("flex min-w-0 flex-col gap-1.5", props.class)}>
      <label
        id={labelId}
        for={control.id}
        class={cx("text-sm font-medium", props.hideLabel && "sr-only")}
      >
        {props.label}
        <Show when={props.optional}>
          <span class="font-normal text-subtle"> {texts().field.optional}</span>
        </Show>
      </label>
      {props.children(control, labelId)}
      <Show when={hint()}>
        <p id={hintId} class="text-sm text-muted">
          {hint()}
        </p>
      </Show>
      <p
        id={errorId}
        aria-live="polite"
        class="text-sm text-danger-ink empty:hidden"
      >
        {props.error}
      </p>
    </div>
  );
}
