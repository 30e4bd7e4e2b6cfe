import { type JSX, splitProps } from "solid-js";
import { cx } from "./cx.ts";

const LOOK =
  "rounded-sm text-accent-ink underline decoration-accent-line underline-offset-3 hover:decoration-current";

/** A link inside a text. It is underlined, because colour alone does not mark a link clearly enough. */
export function TextLink(
  props: JSX.AnchorHTMLAttributes<HTMLAnchorElement> & { href: string },
) {
  const [own, rest] = splitProps(props, ["class"]);
  return <a {...rest} class={cx(LOOK, own.class)} />;
}

/** A button inside a text that looks like a link. */
export function TextButton(props: {
  onClick: () => unknown;
  children: JSX.Element;
}) {
  return (
    <button type="button" class={LOOK} onClick={() => props.onClick()}>
      {props.children}
    </button>
  );
}
