import { type JSX, splitProps } from "solid-js";
import {
  type ButtonSize,
  type ButtonVariant,
  buttonLook,
} from "./button-look.ts";
import { cx } from "./cx.ts";

export interface LinkButtonProps extends JSX.AnchorHTMLAttributes<HTMLAnchorElement> {
  href: string;
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: JSX.Element;
}

/** A link that looks like a button. */
export function LinkButton(props: LinkButtonProps) {
  const [own, rest] = splitProps(props, [
    "variant",
    "size",
    "icon",
    "class",
    "children",
  ]);
  return (
    <a {...rest} class={cx(buttonLook(own.variant, own.size), own.class)}>
      {own.icon}
      {own.children}
    </a>
  );
}
