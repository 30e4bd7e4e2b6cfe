import { children, type JSX, Show, splitProps } from "solid-js";
import {
  type ButtonSize,
  type ButtonVariant,
  buttonLook,
} from "./button-look.ts";
import { cx } from "./cx.ts";
import { createPressable, type PressableProps } from "./pressable.ts";
import { Spinner } from "./spinner.tsx";

export interface ButtonProps extends PressableProps {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** An icon before the label. The spinner replaces it while the button is pending. */
  icon?: JSX.Element;
}

/** A button with a label. While pending it keeps its width, shows a spinner and cannot be pressed again. */
export function Button(props: ButtonProps) {
  const [own, others] = splitProps(props, [
    "variant",
    "size",
    "icon",
    "class",
    "children",
  ]);
  const { isBusy, attributes, rest } = createPressable(others);
  const icon = children(() => own.icon);
  const hidesWords = () => isBusy() && !icon();

  return (
    <button
      {...rest}
      {...attributes}
      class={cx("relative", buttonLook(own.variant, own.size), own.class)}
    >
      <Show when={isBusy()} fallback={icon()}>
        <Spinner class={icon() ? undefined : "absolute"} />
      </Show>
      <span
        class={cx(
          "inline-flex min-w-0 items-center gap-1.5",
          hidesWords() && "opacity-0",
        )}
      >
        {own.children}
      </span>
    </button>
  );
}
