import {
  createEffect,
  createUniqueId,
  type JSX,
  Show,
  splitProps,
} from "solid-js";
import { cx } from "./cx.ts";

export interface CheckboxProps extends Omit<
  JSX.InputHTMLAttributes<HTMLInputElement>,
  "onChange" | "type" | "checked"
> {
  label: string;
  hint?: string;
  hideLabel?: boolean;
  checked: boolean;
  /** Whether some, but not all, of the items under this checkbox are selected. */
  indeterminate?: boolean;
  onChange: (checked: boolean) => void;
}

export function Checkbox(props: CheckboxProps) {
  const hintId = createUniqueId();
  const labelId = createUniqueId();
  const [own, input] = splitProps(props, [
    "label",
    "hint",
    "hideLabel",
    "indeterminate",
    "onChange",
    "class",
  ]);
  return (
    <label
      class={cx(
        "gap-2 text-sm pointer-coarse:min-h-11 pointer-coarse:min-w-11 pointer-coarse:items-center",
        own.hideLabel ? "flex items-center" : "inline-flex items-start",
        own.class,
      )}
    >
      <input
        {...input}
        type="checkbox"
        class={cx("size-4 shrink-0", !own.hideLabel && "mt-0.5")}
        ref={(box) =>
          createEffect(() => (box.indeterminate = own.indeterminate ?? false))
        }
        // The label contains the hint. Without these attributes, the hint would be part of the checkbox's name.
        aria-labelledby={own.hint ? labelId : undefined}
        aria-describedby={own.hint ? hintId : undefined}
        onChange={(event) => own.onChange(event.currentTarget.checked)}
      />
      <span class={cx(own.hideLabel && "sr-only")}>
        <span id={labelId} class="font-medium">
          {own.label}
        </span>
        <Show when={own.hint}>
          <span id={hintId} class="block text-muted">
            {own.hint}
          </span>
        </Show>
      </span>
    </label>
  );
}
