import { Show, splitProps } from "solid-js";
import {
  type ButtonSize,
  type ButtonVariant,
  iconButtonLook,
} from "./button-look.ts";
import { cx } from "./cx.ts";
import { createPressable, type PressableProps } from "./pressable.ts";
import { Spinner } from "./spinner.tsx";

export interface IconButtonProps extends PressableProps {
  /** The accessible name of the button, also shown on hover. */
  label: string;
  variant?: ButtonVariant;
  size?: ButtonSize;
}

export function IconButton(props: IconButtonProps) {
  const [own, others] = splitProps(props, [
    "label",
    "variant",
    "size",
    "class",
    "children",
  ]);
  const { isBusy, attributes, rest } = createPressable(others);

  return (
    <button
      aria-label={own.label}
      {...rest}
      {...attributes}
      title={attributes.title ?? own.label}
      class={cx(iconButtonLook(own.variant, own.size), own.class)}
    >
      <Show when={isBusy()} fallback={own.children}>
        <Spinner />
      </Show>
    </button>
  );
}
